package dev.gradlens.wire;

/** A thing that is not there, at the address of the request. */
public final class NotFoundException extends RefusedException {
    public NotFoundException(String sentence) {
        super(sentence);
    }
}
