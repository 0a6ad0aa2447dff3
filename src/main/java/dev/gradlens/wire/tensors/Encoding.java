package dev.gradlens.wire.tensors;

/** How a tensor is written. */
public enum Encoding {
    /** A matrix as an array of rows, a vector as an array. */
    NESTED,
    /** {@code {shape, datatype, data}}, row by row. */
    FLAT,
    /** {@code {shape, datatype, base64}}, the IEEE bits of the same numbers, little-endian. */
    BASE64,
    /** What its numbers are like, without them. */
    SUMMARY
}
