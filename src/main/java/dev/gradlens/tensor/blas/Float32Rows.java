package dev.gradlens.tensor.blas;

import java.util.Arrays;

/** Pieces of arrays of floats. */
final class Float32Rows implements Rows<float[]> {
    @Override
    public int hash(float[] entries, int from, int until, int step) {
        int hash = 1;
        for (int at = from; at < until; at += step) {
            hash = 31 * hash + Float.hashCode(entries[at]);
        }
        return hash;
    }

    @Override
    public int compare(float[] entries, int from, int other, int length) {
        return Arrays.compare(entries, from, from + length, entries, other, other + length);
    }

    @Override
    public void copy(float[] entries, int from, int to, int length) {
        System.arraycopy(entries, from, entries, to, length);
    }
}
