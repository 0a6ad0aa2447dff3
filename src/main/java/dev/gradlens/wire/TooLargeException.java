package dev.gradlens.wire;

/** A body over the limit. */
public final class TooLargeException extends RefusedException {
    public TooLargeException(String sentence) {
        super(sentence);
    }
}
