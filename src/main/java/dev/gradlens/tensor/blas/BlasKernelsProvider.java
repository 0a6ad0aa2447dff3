package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.PassesProvider;
import dev.gradlens.tensor.Precision;

/**
 * Provides the kernels named {@code blas}, the default.
 *
 * <p>It can be loaded where the native libraries are missing, so no type of theirs may stand in its signatures or fields.
 */
public final class BlasKernelsProvider implements KernelsProvider, PassesProvider {
    private final Products products = new Products(Cores.all());
    private final Float32Loops floats = new Float32Loops(products);
    private final Float64Loops doubles = new Float64Loops(products);

    @Override
    public String name() {
        return "blas";
    }

    @Override
    public void start() {
        Products.start();
    }

    @Override
    public String backend() {
        return "%s, loops in Java, %s".formatted(NativeBlas.describe(), FusedPasses.describe());
    }

    @Override
    public Kernels open(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> new ArrayKernels<>(doubles);
            case FLOAT32 -> new ArrayKernels<>(floats);
        };
    }

    @Override
    public Passes<?> passes(Precision precision, Cores cores) {
        return FusedPasses.of(precision, cores);
    }
}
