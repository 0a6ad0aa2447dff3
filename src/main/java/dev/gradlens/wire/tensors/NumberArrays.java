package dev.gradlens.wire.tensors;

import dev.gradlens.wire.numbers.NumberText;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the numbers of a tensor in arrays, past the generator, which gets their bytes a piece at a time. NaN and infinities
 * are strings.
 */
final class NumberArrays {
    /** What a generator holds back itself is about as long. */
    private static final int PIECE = 8000;

    /** For a number, and the brackets and commas about it. */
    private static final int ROOM = NumberText.ROOM + 8;

    private final Tensor tensor;
    private final JsonGenerator json;
    private final Piece piece;
    private boolean begun;

    private NumberArrays(Tensor tensor, JsonGenerator json) {
        this.tensor = tensor;
        this.json = json;
        this.piece = new Piece((int) Math.min(PIECE, ROOM * (tensor.size() + 1L)));
    }

    /** An array of arrays for each axis. */
    static void writeNested(Tensor tensor, JsonGenerator json) {
        NumberArrays arrays = new NumberArrays(tensor, json);
        arrays.nested(tensor.shape(), 0, 0);
        arrays.handOver();
    }

    /** One array of all numbers. */
    static void writeFlat(Tensor tensor, JsonGenerator json) {
        NumberArrays arrays = new NumberArrays(tensor, json);
        arrays.append('[');
        arrays.rows(0, tensor.size() / Math.max(1, tensor.rowLength()));
        arrays.append(']');
        arrays.handOver();
    }

    /** Writes what lies at an axis from a row on, and says which row follows. */
    private int nested(int[] shape, int axis, int firstRow) {
        if (axis + 1 == shape.length) {
            append('[');
            row(firstRow);
            append(']');
            return firstRow + 1;
        }
        append('[');
        int row = firstRow;
        for (int i = 0; i < shape[axis]; i++) {
            separate(i);
            row = nested(shape, axis + 1, row);
        }
        append(']');
        return row;
    }

    private void rows(int first, int end) {
        for (int row = first; row < end; row++) {
            separate(row - first);
            row(row);
        }
    }

    private void row(int row) {
        int place = tensor.rowStart(row);
        int end = place + tensor.rowLength() * tensor.rowStep();
        int start = place;
        while (place != end) {
            makeRoom();
            int left = (end - place) / tensor.rowStep();
            int until = place + Math.min(left, piece.room() / ROOM) * tensor.rowStep();
            numbers(place, until, place == start);
            place = until;
        }
    }

    /** Those at the places from one to another, for which there is room. */
    private void numbers(int from, int until, boolean isFirst) {
        byte[] bytes = piece.bytes();
        int at = piece.length();
        for (int place = from; place != until; place += tensor.rowStep()) {
            if (place != from || !isFirst) {
                bytes[at++] = ',';
            }
            double value = tensor.stored(place);
            at = tensor.isSingle() ? single((float) value, bytes, at) : number(value, bytes, at);
        }
        piece.setLength(at);
    }

    private void separate(int before) {
        if (before > 0) {
            append(',');
        }
    }

    private static int number(double value, byte[] bytes, int at) {
        return Double.isFinite(value) ? NumberText.put(value, bytes, at) : text(Double.toString(value), bytes, at);
    }

    private static int single(float value, byte[] bytes, int at) {
        return Float.isFinite(value) ? NumberText.put(value, bytes, at) : text(Float.toString(value), bytes, at);
    }

    private static int text(String text, byte[] bytes, int from) {
        int at = from;
        bytes[at++] = '"';
        for (int i = 0; i < text.length(); i++) {
            bytes[at++] = (byte) text.charAt(i);
        }
        bytes[at++] = '"';
        return at;
    }

    private void append(char character) {
        makeRoom();
        piece.append(character);
    }

    private void makeRoom() {
        if (piece.room() < ROOM) {
            handOver();
        }
    }

    /** Gives the piece away: the first as a value, those that follow as its continuation. */
    private void handOver() {
        if (begun) {
            json.writeRaw(piece);
        } else {
            json.writeRawValue(piece);
        }
        begun = true;
        piece.setLength(0);
    }
}
