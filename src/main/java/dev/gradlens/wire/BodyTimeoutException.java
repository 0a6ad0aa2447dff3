package dev.gradlens.wire;

/** A body that did not arrive in time. */
public final class BodyTimeoutException extends RefusedException {
    public BodyTimeoutException(String sentence) {
        super(sentence);
    }
}
