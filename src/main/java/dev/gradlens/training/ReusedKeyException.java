package dev.gradlens.training;

/** A key that came before with another request. */
public final class ReusedKeyException extends RuntimeException {
    public ReusedKeyException() {
        super("this key came with another request before");
    }
}
