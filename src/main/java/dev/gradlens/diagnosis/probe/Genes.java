package dev.gradlens.diagnosis.probe;

import dev.gradlens.random.RandomStream;

/**
 * Numbers of a normal distribution from which an exercise is made, one after the other.
 *
 * @param numbers all of them
 */
record Genes(double[] numbers) {
    /** The part of the genes that a change gives a new number, on average. */
    private static final double CHANGED = 0.1;

    static Genes drawn(int count, RandomStream stream) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = stream.normal();
        }
        return new Genes(numbers);
    }

    /** The same with a few numbers changed. */
    Genes changed(RandomStream stream) {
        double[] changed = numbers.clone();
        boolean small = stream.uniform() < 0.5;
        for (int i = 0; i < changed.length; i++) {
            if (stream.uniform() < CHANGED) {
                changed[i] = small ? changed[i] + 0.3 * stream.normal() : stream.normal();
            }
        }
        changed[(int) (stream.uniform() * changed.length)] = stream.normal();
        return new Genes(changed);
    }

    Reader reader() {
        return new Reader();
    }

    /** Takes one number after the other. */
    final class Reader {
        private int next;

        double normal() {
            return numbers[next++ % numbers.length];
        }

        /** Between two numbers, evenly but for the ends, where it is more often. */
        double between(double low, double high) {
            double half = Math.clamp(normal() / 4 + 0.5, 0, 1);
            return low + half * (high - low);
        }
    }
}
