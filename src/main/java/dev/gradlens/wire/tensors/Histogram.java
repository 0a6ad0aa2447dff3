package dev.gradlens.wire.tensors;

import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How often the finite numbers of a tensor fall into bins of equal width from the least to the greatest. The last bin
 * holds its upper edge, every other one only its lower; equal numbers lie in the middle of a range of 1. The edges of
 * numbers in single precision are such numbers too, by which is counted as they are shown.
 *
 * @param edges of the bins, one more than there are
 * @param counts numbers in each
 */
record Histogram(double[] edges, int[] counts) {
    /** What {@code numpy.histogram} does unasked, so that it says the same of the same numbers. */
    static final int BINS = 10;

    static Histogram of(Tensor tensor, double min, double max) {
        boolean single = tensor.isSingle();
        double[] edges = min == max ? edges(min - 0.5, max + 0.5, single) : edges(min, max, single);
        Histogram histogram = new Histogram(areApart(edges) ? edges : wider(min, max, single), new int[BINS]);
        tensor.finite().forEach(value -> histogram.counts[histogram.binOf(value)]++);
        return histogram;
    }

    /** Halves keep the width within the range of a double. */
    private static double[] edges(double first, double last, boolean single) {
        double width = (last / 2 - first / 2) / BINS;
        double[] edges = new double[BINS + 1];
        for (int k = 1; k < BINS; k++) {
            edges[k] = (k * width + first / 2) * 2;
        }
        edges[0] = first;
        edges[BINS] = last;
        return single ? DoubleStream.of(edges).map(edge -> (float) edge).toArray() : edges;
    }

    private static boolean areApart(double[] edges) {
        OptionalInt together =
                IntStream.range(0, BINS).filter(k -> edges[k] >= edges[k + 1]).findAny();
        return together.isEmpty();
    }

    /** Where there are too few numbers between the least and the greatest for bins of a width, more on both sides. */
    private static double[] wider(double min, double max, boolean single) {
        double largest = Math.max(Math.abs(min), Math.abs(max));
        double margin = 2 * BINS * (single ? Math.ulp((float) largest) : Math.ulp(largest));
        double most = single ? Float.MAX_VALUE : Double.MAX_VALUE;
        return edges(Math.max(min - margin, -most), Math.min(max + margin, most), single);
    }

    /** Guesses by the width, and puts right what rounding did to the guess. */
    private int binOf(double value) {
        double share = (value / 2 - edges[0] / 2) / (edges[BINS] / 2 - edges[0] / 2);
        int bin = Math.clamp((int) (share * BINS), 0, BINS - 1);
        while (bin > 0 && value < edges[bin]) {
            bin--;
        }
        while (bin < BINS - 1 && value >= edges[bin + 1]) {
            bin++;
        }
        return bin;
    }
}
