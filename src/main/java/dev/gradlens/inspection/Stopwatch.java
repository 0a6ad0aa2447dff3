package dev.gradlens.inspection;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;
import java.util.Arrays;
import java.util.function.Function;

/** Measures how long something takes on the kernels that answer. */
final class Stopwatch {
    /** Odd, so that the median is one of them; a pause of the machine spoils one or two. */
    static final int REPETITIONS = 5;

    private static final double NANOSECONDS = 1e-3;

    private final KernelsProvider provider;
    private final Precision precision;

    Stopwatch(KernelsProvider provider, Precision precision) {
        this.provider = provider;
        this.precision = precision;
    }

    /** The median of the repetitions, in µs, after one that does not count; only what the runnable does is measured. */
    double microseconds(Function<Kernels, Runnable> prepared) {
        nanoseconds(prepared);
        long[] nanoseconds = new long[REPETITIONS];
        Arrays.setAll(nanoseconds, repetition -> nanoseconds(prepared));
        Arrays.sort(nanoseconds);
        return nanoseconds[REPETITIONS / 2] * NANOSECONDS;
    }

    /** On kernels of its own, which then free what it made. */
    private long nanoseconds(Function<Kernels, Runnable> prepared) {
        try (Kernels kernels = provider.open(precision)) {
            Runnable work = prepared.apply(kernels);
            long start = System.nanoTime();
            work.run();
            return System.nanoTime() - start;
        }
    }
}
