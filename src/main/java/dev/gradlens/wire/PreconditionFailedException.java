package dev.gradlens.wire;

/** A thing that is not in the state that the request made its condition. */
public final class PreconditionFailedException extends RefusedException {
    public PreconditionFailedException(String sentence) {
        super(sentence);
    }
}
