package dev.gradlens.network.training;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.training.Sight.Alignment;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that tell how a training goes, of those steps that somebody wants to see: {@link #beforeMove} once the gradients are
 * there and nothing is clipped, {@link #afterMove} when the step is done. It reads and changes nothing, so that a training that
 * is watched gets where it would have got unseen.
 *
 * <p>The names, where layers count from 1: for each layer what {@link Quantity} says, where the layer has it; then {@code
 * gradient.norm}, of all gradients together before they are clipped; {@code gradient.factor}, by what they were multiplied;
 * and where backward is not exact {@code gradient.cosine}, between the gradient that is used and the exact one over all
 * parameters, and {@code gradient.slope}, −⟨exact, used⟩, the slope of J against the gradient that is used: J descends where it
 * is negative.
 */
public final class StepWatch {
    private static final String NORM = "gradient.norm";
    private static final String CLIPPED = "gradient.factor";
    private static final String COSINE = "gradient.cosine";
    private static final String SLOPE = "gradient.slope";

    private final TrainingPlan plan;
    private final Trainer trainer;
    private final Sight sight;
    private final List<LayerWatch> layers = new ArrayList<>();
    private final Map<String, Double> seen = new HashMap<>();

    /**
     * Of a trainer of a plan that is watched.
     *
     * @param beginning the parameters at step 0, from where on biases drift
     */
    public StepWatch(TrainingPlan plan, Trainer trainer, List<LayerParameters<Values>> beginning) {
        plan.requireWatched();
        this.plan = plan;
        this.trainer = trainer;
        this.sight = switch (trainer) {
            case PlannedTrainer<?> planned -> new PlannedSight<>(planned);
            case ReadableTrainer readable -> new ReadableSight(readable);
        };
        for (int l = 0; l < beginning.size(); l++) {
            layers.add(new LayerWatch(
                    sight, l, plan.spec().layers().get(l), beginning.get(l).b()));
        }
    }

    /** What is watched in such a training, in the order of the values. */
    public static List<String> names(TrainingPlan plan) {
        List<String> names = new ArrayList<>();
        for (int l = 0; l < plan.spec().layers().size(); l++) {
            for (Quantity quantity : Quantity.values()) {
                if (quantity.existsIn(plan.spec().layers().get(l))) {
                    names.add(quantity.nameIn(l));
                }
            }
        }
        names.addAll(List.of(NORM, CLIPPED));
        if (plan.rule() != BackwardRule.EXACT) {
            names.addAll(List.of(COSINE, SLOPE));
        }
        return List.copyOf(names);
    }

    /** The same of this one. */
    public List<String> names() {
        return names(plan);
    }

    /** Looks at a step between its gradients and whatever scales them. */
    public void beforeMove() {
        seen.clear();
        sight.remember();
        layers.forEach(layer -> layer.beforeMove(seen));
        seen.put(NORM, trainer.gradientNorm());
        if (plan.rule() != BackwardRule.EXACT) {
            Alignment alignment = sight.alignment();
            seen.put(COSINE, alignment.cosine());
            seen.put(SLOPE, -alignment.product());
        }
    }

    /**
     * Looks at the same step when it is done.
     *
     * @param clipped by what all gradients were multiplied, 1 where they were not
     * @return a number for each name; NaN where there is none in this step
     */
    public double[] afterMove(double clipped) {
        layers.forEach(layer -> layer.afterMove(seen));
        seen.put(CLIPPED, clipped);
        return names().stream()
                .mapToDouble(name -> seen.getOrDefault(name, Double.NaN))
                .toArray();
    }
}
