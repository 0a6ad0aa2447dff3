package dev.gradlens.network.training;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.PassesProvider;

/** Picks who takes the steps. */
public final class Trainers {
    private Trainers() {}

    /** The fastest that knows the plan on these kernels. */
    public static Trainer open(TrainingPlan plan, KernelsProvider provider, Cores cores) {
        return provider instanceof PassesProvider fused && PlannedTrainer.knows(plan)
                ? new PlannedTrainer<>(plan, fused.passes(plan.precision(), cores))
                : new ReadableTrainer(plan, provider);
    }
}
