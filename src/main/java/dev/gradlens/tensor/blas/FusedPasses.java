package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.VectorModule;

/** Picks the passes that this JVM does best. */
final class FusedPasses {
    private FusedPasses() {}

    static Passes<?> of(Precision precision, Cores cores) {
        return switch (precision) {
            case FLOAT64 -> new Float64Passes(cores);
            case FLOAT32 -> VectorModule.isThere() ? new Float32VectorPasses(cores) : new Float32Passes(cores);
        };
    }

    /** How the passes run, in words. */
    static String describe() {
        return VectorModule.isThere()
                ? "fused passes by the Vector API (%d bits)".formatted(Float32VectorPasses.bits())
                : "fused passes in plain loops";
    }
}
