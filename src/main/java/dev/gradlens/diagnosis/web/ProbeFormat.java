package dev.gradlens.diagnosis.web;

/** How a probe is written. */
enum ProbeFormat {
    JSON,
    /** A zip of arrays, as NumPy reads it, with the rest as the member response.json. */
    NPZ,
    /** Tensors with the rest as the metadata response. */
    SAFETENSORS,
    /** A test file in Python that calls your own backward. */
    PYTEST
}
