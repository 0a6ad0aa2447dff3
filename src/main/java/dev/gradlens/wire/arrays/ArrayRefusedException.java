package dev.gradlens.wire.arrays;

/**
 * A file of arrays, or one array in it, that is not read. It never leaves the readers: they turn it into a fault at the
 * place of the array, or of all arrays.
 */
public final class ArrayRefusedException extends RuntimeException {
    private final String reason;

    /** The reason is in words that follow the name of the array or of the file. */
    public ArrayRefusedException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
