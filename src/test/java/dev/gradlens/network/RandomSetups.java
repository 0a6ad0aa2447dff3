package dev.gradlens.network;

import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Networks, parameters and batches of every kind, the same for the same family and seed. */
public final class RandomSetups {

    /** What the numbers and functions are like. */
    public enum Family {
        /** Moderate numbers, and activations that are differentiable everywhere. */
        SMOOTH,
        /** Moderate numbers, and an activation with a kink in at least one layer. */
        KINKED,
        /** Constant features, huge and tiny numbers, far offsets, saturated outputs, hardly any epsilon. */
        WILD
    }

    private final Random seeded;
    private final RandomSpecs specs;
    private final RandomNumbers numbers;

    private RandomSetups(Family family, long seed) {
        this.seeded = new Random(seed + family.name().hashCode());
        this.specs = new RandomSpecs(seeded, family);
        this.numbers = new RandomNumbers(seeded, family == Family.WILD);
    }

    /** One setup. */
    public static Setup of(Family family, long seed) {
        RandomSetups random = new RandomSetups(family, seed);
        int examples = 1 + random.seeded.nextInt(9);
        Mode mode = random.seeded.nextInt(5) == 0 ? Mode.INFERENCE : Mode.TRAINING;
        NetworkSpec spec = random.specs.network(examples);
        return random.filled(spec, examples, mode);
    }

    /** The same, but every example is the first one: each feature of each layer is constant, and much cancels exactly. */
    public static Setup repeating(Family family, long seed) {
        Setup setup = of(family, seed);
        Batch batch =
                new Batch(repeated(setup.batch().x()), repeated(setup.batch().y()));
        return new Setup(setup.spec(), setup.parameters(), batch, setup.mode());
    }

    private static Values repeated(Values values) {
        double[] entries = new double[values.size()];
        Arrays.setAll(entries, index -> values.rowMajor()[index % values.columns()]);
        return new Values(values.rows(), values.columns(), entries);
    }

    /** One layer with this normalization, with moderate numbers and an upstream gradient. */
    public static Setup normalizing(Normalization normalization, int examples, int units, long seed) {
        RandomSetups random = new RandomSetups(Family.SMOOTH, seed);
        return random.filled(random.specs.lone(normalization, units), examples, Mode.TRAINING);
    }

    /** This network with moderate numbers. */
    public static Setup filled(NetworkSpec spec, int examples, long seed) {
        return new RandomSetups(Family.SMOOTH, seed).filled(spec, examples, Mode.TRAINING);
    }

    private Setup filled(NetworkSpec spec, int examples, Mode mode) {
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (int l = 0; l < spec.layers().size(); l++) {
            parameters.add(parameters(spec, l));
        }
        Values x = numbers.inputs(examples, spec.inputs());
        Values y = new RandomTargets(seeded).of(spec.loss(), examples, spec.outputs());
        return new Setup(spec, parameters, new Batch(x, y), mode);
    }

    private LayerParameters<Values> parameters(NetworkSpec spec, int l) {
        LayerSpec layer = spec.layers().get(l);
        int units = spec.unitsOf(l);
        boolean normalized = layer.normalization() != null;
        boolean running = layer.normalization() instanceof BatchNorm;
        return new LayerParameters<>(
                layer.hasWeights() ? numbers.weights(units, spec.inputsOf(l)) : null,
                layer.hasBias() ? numbers.vector(units) : null,
                normalized ? numbers.scales(units) : null,
                normalized ? numbers.vector(units) : null,
                running ? numbers.vector(units) : null,
                running ? numbers.positive(units) : null);
    }
}
