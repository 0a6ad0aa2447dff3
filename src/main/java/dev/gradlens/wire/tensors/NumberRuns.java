package dev.gradlens.wire.tensors;

import dev.gradlens.wire.numbers.NumberText;

/**
 * The numbers of a tensor in JSON, in runs of which each can be written without the others: a row, or a part of a long one,
 * with the brackets before and behind it and the comma that separates it from the next. NaN and infinities are strings.
 */
final class NumberRuns {
    /** Numbers of a run at most. */
    private static final int LONGEST = 256;

    private final Tensor tensor;
    private final int[] axes;
    private final int rows;
    private final int runsOfARow;

    private NumberRuns(Tensor tensor, int[] axes) {
        this.tensor = tensor;
        this.axes = axes;
        this.rows = tensor.size() / Math.max(1, tensor.rowLength());
        this.runsOfARow = Math.ceilDiv(tensor.rowLength(), LONGEST);
    }

    /** With an array of arrays for each axis. */
    static NumberRuns nested(Tensor tensor) {
        return new NumberRuns(tensor, tensor.shape());
    }

    /** With one array of all. */
    static NumberRuns flat(Tensor tensor) {
        return new NumberRuns(tensor, new int[] {tensor.size()});
    }

    /** The lengths of its arrays, the outermost first. */
    int[] axes() {
        return axes;
    }

    /** How many runs there are; none where there are no numbers. */
    int count() {
        return Math.multiplyExact(rows, runsOfARow);
    }

    /** How many of them have about so many numbers in all, at least one. */
    int having(int numbers) {
        return Math.max(1, numbers / Math.clamp(tensor.rowLength(), 1, LONGEST));
    }

    /** Bytes of a run at most; what is not finite is shorter than other numbers, quotes and all. */
    int length() {
        int number = tensor.isSingle() ? NumberText.LONGEST_FLOAT : NumberText.LONGEST;
        return (number + 1) * Math.min(LONGEST, tensor.rowLength()) + 2 * axes.length;
    }

    /** Bytes that there have to be from a run's place on, since some are written behind it. */
    int room() {
        return length() + NumberText.ROOM;
    }

    /** Writes those from one up to another. */
    void append(int first, int end, Piece piece) {
        int at = piece.length();
        for (int run = first; run < end; run++) {
            at = put(run, piece.bytes(), at);
        }
        piece.setLength(at);
    }

    /** Writes a run and gives the place behind it. */
    private int put(int run, byte[] bytes, int at) {
        int row = run / runsOfARow;
        int first = run % runsOfARow * LONGEST;
        int end = Math.min(first + LONGEST, tensor.rowLength());
        int from = tensor.rowStart(row) + first * tensor.rowStep();
        int behind = numbers(from, end - first, bytes, first == 0 ? open(row, bytes, at) : at);
        return end == tensor.rowLength() ? close(row, bytes, behind) : behind;
    }

    private int numbers(int from, int count, byte[] bytes, int at) {
        return tensor.isSingle() ? singles(from, count, bytes, at) : doubles(from, count, bytes, at);
    }

    private int doubles(int from, int count, byte[] bytes, int start) {
        int at = start;
        int place = from;
        int step = tensor.rowStep();
        for (int i = 0; i < count; i++) {
            double value = tensor.stored(place);
            at = Double.isFinite(value) ? NumberText.put(value, bytes, at) : text(Double.toString(value), bytes, at);
            at++;
            place += step;
        }
        return at;
    }

    private int singles(int from, int count, byte[] bytes, int start) {
        int at = start;
        int place = from;
        int step = tensor.rowStep();
        for (int i = 0; i < count; i++) {
            float value = (float) tensor.stored(place);
            at = Float.isFinite(value) ? NumberText.put(value, bytes, at) : text(Float.toString(value), bytes, at);
            at++;
            place += step;
        }
        return at;
    }

    /** As a string with a comma behind it, before which it ends. */
    private static int text(String text, byte[] bytes, int from) {
        int at = from;
        bytes[at++] = '"';
        for (int i = 0; i < text.length(); i++) {
            bytes[at++] = (byte) text.charAt(i);
        }
        bytes[at++] = '"';
        bytes[at] = ',';
        return at;
    }

    private int open(int row, byte[] bytes, int from) {
        int at = from;
        for (int open = arrays(row * tensor.rowLength()); open > 0; open--) {
            bytes[at++] = '[';
        }
        return at;
    }

    /** Closes what ends with a row, where its last comma is. */
    private int close(int row, byte[] bytes, int behind) {
        int end = (row + 1) * tensor.rowLength();
        int at = behind;
        for (int open = arrays(end); open > 0; open--) {
            bytes[at++ - 1] = ']';
        }
        bytes[at - 1] = ',';
        return end == tensor.size() ? at - 1 : at;
    }

    /** How many arrays begin with the number at a place, and end before it. */
    private int arrays(int place) {
        int numbers = 1;
        int count = 0;
        for (int axis = axes.length - 1; axis >= 0; axis--) {
            numbers *= axes[axis];
            count += place % numbers == 0 ? 1 : 0;
        }
        return count;
    }
}
