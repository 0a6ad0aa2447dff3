package dev.gradlens.wire.tensors;

/** A tensor of a request that a client's own code computed, so that entries may be NaN or infinite. */
public sealed interface ComputedInput permits ComputedMatrixInput, ComputedVectorInput {

    /** m; 1 for a vector. */
    int rows();

    /** n. */
    int columns();

    /** The entries row by row, which are not copied: whoever is given them does not write to them. */
    double[] values();
}
