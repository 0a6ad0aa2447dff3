package dev.gradlens.wire;

/** A change that the state of the thing does not allow. */
public final class ConflictException extends RefusedException {
    public ConflictException(String sentence) {
        super(sentence);
    }
}
