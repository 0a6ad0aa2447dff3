package dev.gradlens.inspection.web;

import dev.gradlens.wire.tensors.Encoding;
import java.util.Optional;

/** How tensors are written. */
enum TensorFormat {
    /** A matrix is an array of rows, a vector an array. */
    NESTED,
    /** {@code {shape, datatype, data}}: the numbers in one array, row by row. */
    FLAT,
    /** {@code {shape, datatype, base64}}: their IEEE bits, little-endian, row by row; the form for typed clients. */
    BASE64,
    /** What the numbers are like, without them. */
    SUMMARY,
    /** No tensors. */
    NONE;

    /** How one is written; empty where none is. */
    Optional<Encoding> encoding() {
        return switch (this) {
            case NESTED -> Optional.of(Encoding.NESTED);
            case FLAT -> Optional.of(Encoding.FLAT);
            case BASE64 -> Optional.of(Encoding.BASE64);
            case SUMMARY -> Optional.of(Encoding.SUMMARY);
            case NONE -> Optional.empty();
        };
    }
}
