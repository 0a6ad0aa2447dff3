package dev.gradlens.wire;

/** A body of several parts that cannot be told from one another. */
public final class BrokenPartsException extends RefusedException {
    public BrokenPartsException(String sentence) {
        super(sentence);
    }
}
