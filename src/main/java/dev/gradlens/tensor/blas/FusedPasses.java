package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Precision;

/** Picks the passes that this JVM does best. */
final class FusedPasses {
    /** The module is an incubating one, which only the JVM's own command line can add. */
    private static final boolean HAS_VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private FusedPasses() {}

    static Passes<?> of(Precision precision, Cores cores) {
        return switch (precision) {
            case FLOAT64 -> new Float64Passes(cores);
            case FLOAT32 -> HAS_VECTORS ? new Float32VectorPasses(cores) : new Float32Passes(cores);
        };
    }

    /** How the passes run, in words. */
    static String describe() {
        return HAS_VECTORS
                ? "fused passes by the Vector API (%d bits)".formatted(Float32VectorPasses.bits())
                : "fused passes in plain loops";
    }
}
