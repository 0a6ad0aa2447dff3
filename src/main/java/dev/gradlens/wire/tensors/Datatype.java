package dev.gradlens.wire.tensors;

/** What the numbers of a flat tensor are, by the names of the Open Inference Protocol. */
enum Datatype {
    FP64(Double.BYTES),
    FP32(Float.BYTES),
    INT64(Long.BYTES);

    private final int bytes;

    Datatype(int bytes) {
        this.bytes = bytes;
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }
}
