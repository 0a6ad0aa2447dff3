package dev.gradlens.training.web;

import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.training.Recipe;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.WorkTooLargeException;
import dev.gradlens.wire.admission.WireLimits;

/** Estimates a training from its shapes alone, and refuses one that is too much. */
final class TrainingLimits {
    /** Forward and backward together are three products of two operations each. */
    private static final double PASS = 6;
    /** Normalization and activation of one entry, forward and backward. */
    private static final double ENTRY = 60;
    /** What a layer costs in a step, however small: some ten microseconds. */
    private static final double LAYER = 100_000;
    /** Of each parameter: itself, its gradient, what the optimizer remembers, the step-0 value, a copy on its way to a file. */
    private static final double COPIES = 7;
    /** Matrices of a layer's shape that a step of the readable layers leaves behind until its end. */
    private static final double MATRICES = 40;
    /** Examples are held as they are kept, standardized, and as the kernels have them. */
    private static final double DATA = 4;
    /** What the initialization of a parameter costs, and its way to a file. */
    private static final double MADE = 200;

    private final TrainingLimitSettings settings;
    private final WireLimits wire;

    TrainingLimits(TrainingLimitSettings settings, WireLimits wire) {
        this.settings = settings;
        this.wire = wire;
    }

    /**
     * What it costs to make the parameters that the training begins with.
     *
     * @throws WorkTooLargeException if the training as a whole is too much
     */
    Work admit(Recipe recipe, int rows) {
        NetworkSpec spec = recipe.spec();
        double batch = Math.min(recipe.order().batchSize(), rows);
        double parameters = 0;
        double entries = 0;
        double operations = 0;
        for (int l = 0; l < spec.layers().size(); l++) {
            LayerSpec layer = spec.layers().get(l);
            double weights = layer.hasWeights() ? (double) spec.unitsOf(l) * spec.inputsOf(l) : 0;
            parameters += weights + 6.0 * spec.unitsOf(l);
            entries += batch * spec.unitsOf(l);
            operations += PASS * batch * weights + ENTRY * batch * spec.unitsOf(l) + LAYER;
        }
        double data = DATA * rows * ((double) spec.inputs() + spec.outputs());
        Work whole = new Work(
                (long) (operations * recipe.steps(rows)),
                (long) (Double.BYTES * (COPIES * parameters + MATRICES * entries + data)),
                0);
        Work most = new Work(settings.operations(), wire.work().bytes(), 0);
        if (!whole.isWithin(most)) {
            throw new WorkTooLargeException(whole, most);
        }
        return new Work((long) (MADE * parameters), (long) (Double.BYTES * (COPIES * parameters + data)), 0);
    }
}
