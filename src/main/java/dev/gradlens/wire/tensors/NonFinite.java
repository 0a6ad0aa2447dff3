package dev.gradlens.wire.tensors;

/** Whether entries of a tensor may be NaN or infinite, written as the strings {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. */
enum NonFinite {
    /** A computation is to start from them. */
    REFUSED,
    /** They are what a client's own computation gave. */
    TAKEN;

    /** What is allowed, in words. */
    String expected() {
        return switch (this) {
            case REFUSED -> "a number";
            case TAKEN -> "a number, or one of the strings NaN, Infinity, -Infinity";
        };
    }
}
