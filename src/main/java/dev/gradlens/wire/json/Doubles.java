package dev.gradlens.wire.json;

import java.util.Arrays;
import java.util.BitSet;

/** A growing array of doubles. */
final class Doubles {
    private double[] values = new double[8];
    private final BitSet rounded = new BitSet();
    private int size;

    void add(double value, boolean isRounded) {
        if (isRounded) {
            rounded.set(size);
        }
        add(value);
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Which were added as rounded. */
    BitSet rounded() {
        return rounded;
    }

    int size() {
        return size;
    }

    void removeLast() {
        truncate(size - 1);
    }

    double[] from(int start) {
        return Arrays.copyOfRange(values, start, size);
    }

    double[] range(int start, int end) {
        return Arrays.copyOfRange(values, start, end);
    }

    void truncate(int newSize) {
        rounded.clear(newSize, size);
        size = newSize;
    }

    /** The values themselves where they fill their array, else a copy that does. */
    double[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
