package dev.gradlens.wire;

/** A body in a form that its address does not take. */
public final class UnsupportedMediaException extends RefusedException {
    public UnsupportedMediaException(String sentence) {
        super(sentence);
    }
}
