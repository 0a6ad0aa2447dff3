package dev.gradlens.check;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which entries of a tensor are looked at.
 *
 * @param maxPerTensor at most so many of each
 * @param seed where the evenly spaced ones begin
 */
public record Sampling(int maxPerTensor, long seed) {

    /** Every entry. */
    public static Sampling everything() {
        return new Sampling(Integer.MAX_VALUE, 0);
    }

    /** Evenly spaced indices into {@code size} entries, ascending. */
    int[] indices(int size) {
        int count = Math.min(size, maxPerTensor);
        double offset = new SplittableRandom(seed).nextDouble();
        return IntStream.range(0, count)
                .map(i -> count == size ? i : (int) Math.min(size - 1.0, (i + offset) * size / count))
                .toArray();
    }
}
