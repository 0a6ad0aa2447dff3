package dev.gradlens.wire.arrays;

/** How an answer is written. */
public enum AnswerFormat {
    JSON,
    /** A zip of arrays, as NumPy reads it, with the rest as the member response.json. */
    NPZ,
    /** Tensors with the rest as the metadata response. */
    SAFETENSORS
}
