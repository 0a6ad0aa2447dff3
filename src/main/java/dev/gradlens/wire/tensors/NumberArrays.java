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
        for (int i = 0; i < tensor.rowLength(); i++) {
            separate(i);
            number(tensor.stored(place));
            place += tensor.rowStep();
        }
    }

    private void separate(int before) {
        if (before > 0) {
            append(',');
        }
    }

    private void number(double value) {
        makeRoom();
        if (tensor.isSingle()) {
            single((float) value);
        } else if (Double.isFinite(value)) {
            piece.setLength(NumberText.put(value, piece.bytes(), piece.length()));
        } else {
            text(Double.toString(value));
        }
    }

    private void single(float value) {
        if (Float.isFinite(value)) {
            piece.setLength(NumberText.put(value, piece.bytes(), piece.length()));
        } else {
            text(Float.toString(value));
        }
    }

    private void text(String text) {
        piece.append('"');
        text.chars().forEach(character -> piece.append((char) character));
        piece.append('"');
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
