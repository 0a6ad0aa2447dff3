package dev.gradlens.tensor;

import java.util.Random;

/** What each part of the contract shares. */
interface KernelsContract {
    /** Fresh ones for each test, closed after it. */
    Kernels kernels();

    default Matrix row(double... entries) {
        return kernels().matrix(1, entries.length, entries);
    }

    default Matrix column(double... entries) {
        return kernels().matrix(entries.length, 1, entries);
    }

    /** Values at which arithmetic has rules of its own. */
    static double[] special() {
        double tiny = Double.MIN_VALUE;
        double infinite = Double.POSITIVE_INFINITY;
        return new double[] {Double.NaN, infinite, -infinite, 0.0, -0.0, tiny, -tiny, 1e308, -1e308, 1.0};
    }

    static double[] numbers(int count, long seed) {
        return new Random(seed).doubles(count, -2, 2).toArray();
    }
}
