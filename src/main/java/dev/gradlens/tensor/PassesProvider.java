package dev.gradlens.tensor;

/** Kernels that can also do a training step in fused passes. */
public interface PassesProvider {

    /** For one computation, which splits large passes among these cores. */
    Passes<?> passes(Precision precision, Cores cores);
}
