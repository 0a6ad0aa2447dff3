package dev.gradlens.wire.json;

/** Passes over blanks in a window, counts the lines that end in them, and notes how far what was passed over is used. */
final class Blanks {
    private final ByteWindow window;
    private long start;
    private int lines;
    private long lineStart;
    private int takenLines;
    private long takenLineStart;

    Blanks(ByteWindow window) {
        this.window = window;
    }

    /** Counts from the window's position on. */
    void begin() {
        start = window.offset(window.position());
        takenLines = 0;
        takenLineStart = start;
        goBack();
    }

    /** Forgets the lines that ended behind what was taken. */
    void goBack() {
        lines = takenLines;
        lineStart = takenLineStart;
    }

    /** The place of the next byte that is not blank. */
    int pass(int from) {
        byte[] bytes = window.bytes();
        int at = from;
        while (isBlank(bytes[at])) {
            boolean ends = bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] != '\n');
            at++;
            if (ends) {
                lines++;
                lineStart = window.offset(at);
            }
        }
        return at;
    }

    /** The same, without counting. */
    int look(int from) {
        byte[] bytes = window.bytes();
        int at = from;
        while (isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte character) {
        return character <= ' ' && (character == ' ' || character == '\n' || character == '\r' || character == '\t');
    }

    /** Uses everything before a place, to which all was passed over. */
    void take(int place) {
        window.moveTo(place);
        takenLines = lines;
        takenLineStart = lineStart;
    }

    /** Bytes that were taken. */
    long taken() {
        return window.offset(window.position()) - start;
    }

    /** Lines that ended in what was taken. */
    int lines() {
        return takenLines;
    }

    /** Bytes that were taken since a line ended, or in all. */
    int columns() {
        return (int) (window.offset(window.position()) - takenLineStart);
    }
}
