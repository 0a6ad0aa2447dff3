package dev.gradlens.model.web;

import dev.gradlens.wire.tensors.Encoding;

/** How a tensor is written in JSON. */
enum TensorEncoding {
    /** A matrix is an array of rows, a vector an array. */
    NESTED,
    /** {@code {shape, datatype, data}}: the numbers in one array, row by row. */
    FLAT,
    /** {@code {shape, datatype, base64}}: their IEEE bits, little-endian, row by row; the form for typed clients. */
    BASE64;

    Encoding encoding() {
        return switch (this) {
            case NESTED -> Encoding.NESTED;
            case FLAT -> Encoding.FLAT;
            case BASE64 -> Encoding.BASE64;
        };
    }
}
