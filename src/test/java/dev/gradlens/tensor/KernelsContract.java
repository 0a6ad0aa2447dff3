package dev.gradlens.tensor;

import java.util.Random;

/** What each part of the contract shares. */
interface KernelsContract {
    /** Fresh ones for each test, closed after it. */
    Kernels kernels();

    default Precision precision() {
        return kernels().precision();
    }

    default double rounded(double x) {
        return precision().round(x);
    }

    default Matrix row(double... entries) {
        return kernels().matrix(1, entries.length, entries);
    }

    default Matrix column(double... entries) {
        return kernels().matrix(entries.length, 1, entries);
    }

    /** The smallest number above 0. */
    default double tiny() {
        return switch (precision()) {
            case FLOAT64 -> Double.MIN_VALUE;
            case FLOAT32 -> Float.MIN_VALUE;
        };
    }

    /** A number whose double is beyond the largest. */
    default double huge() {
        return switch (precision()) {
            case FLOAT64 -> 0x1p1023;
            case FLOAT32 -> 0x1p127;
        };
    }

    /** The distance from a number to the next one. */
    default double ulp(double x) {
        return switch (precision()) {
            case FLOAT64 -> Math.ulp(x);
            case FLOAT32 -> Math.ulp((float) x);
        };
    }

    /** Values at which arithmetic has rules of its own. */
    default double[] special() {
        double infinite = Double.POSITIVE_INFINITY;
        return new double[] {Double.NaN, infinite, -infinite, 0.0, -0.0, tiny(), -tiny(), huge(), -huge(), 1.0};
    }

    /** Numbers of the precision. */
    default double[] numbers(int count, long seed) {
        return new Random(seed).doubles(count, -2, 2).map(this::rounded).toArray();
    }
}
