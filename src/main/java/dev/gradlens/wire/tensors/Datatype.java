package dev.gradlens.wire.tensors;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the numbers of a flat tensor are, by the names of the Open Inference Protocol. */
enum Datatype {
    @JsonProperty("FP64")
    FP64(Double.BYTES),
    @JsonProperty("FP32")
    FP32(Float.BYTES),
    @JsonProperty("INT64")
    INT64(Long.BYTES);

    /** Said of an integer that could only be used as another one. */
    static final String NO_DOUBLE = "must be an integer of 64 bits that a double holds exactly, got one near ";

    private final int bytes;

    Datatype(int bytes) {
        this.bytes = bytes;
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }
}
