package dev.gradlens.wire;

/** A body that is not JSON, with the place where it stops being so. */
public final class UnreadableException extends RefusedException {
    private final int line;
    private final int column;

    /** Line and column count from 1. */
    public UnreadableException(int line, int column, String sentence) {
        super(sentence);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
