package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;

/** Provides the kernels named {@code reference}; they need nothing but the JDK. */
public final class ReferenceKernelsProvider implements KernelsProvider {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public void start() {
        // There is nothing to load.
    }

    @Override
    public String backend() {
        return "plain Java loops (one core)";
    }

    @Override
    public Kernels open(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> new Float64Kernels();
            case FLOAT32 -> new Float32Kernels();
        };
    }
}
