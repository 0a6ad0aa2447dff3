package dev.gradlens.check.noise;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;

/**
 * Kernels of another provider, wrong in their last places at random: one world of Monte Carlo arithmetic, the same for the same
 * seed.
 *
 * @param exact whose verbs are made noisy
 * @param jitter of this world
 */
public record NoisyKernelsProvider(KernelsProvider exact, Jitter jitter) implements KernelsProvider {
    @Override
    public String name() {
        return "noisy " + exact.name();
    }

    @Override
    public void start() {
        exact.start();
    }

    @Override
    public String backend() {
        return exact.backend();
    }

    @Override
    public Kernels open(Precision precision) {
        return new NoisyKernels(exact.open(precision), jitter);
    }
}
