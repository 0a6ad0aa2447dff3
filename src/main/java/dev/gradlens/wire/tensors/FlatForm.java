package dev.gradlens.wire.tensors;

/** The members of a tensor that is an object. */
final class FlatForm {
    static final String SHAPE = "shape";
    static final String DATATYPE = "datatype";
    static final String DATA = "data";
    static final String BASE64 = "base64";

    private FlatForm() {}
}
