package dev.gradlens.dataset.csv;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Numbers of which it is not known how many there will be. */
final class Growing {
    private static final int FIRST = 1024;

    private final LongConsumer memory;
    private double[] numbers = new double[FIRST];
    private int count;

    /** @param memory is told of bytes before they are allocated */
    Growing(LongConsumer memory) {
        this.memory = memory;
    }

    void add(double number) {
        if (count == numbers.length) {
            memory.accept((long) count * Double.BYTES);
            numbers = Arrays.copyOf(numbers, Math.addExact(count, count));
        }
        numbers[count++] = number;
    }

    int count() {
        return count;
    }

    double get(int i) {
        return numbers[i];
    }

    /** All of them. */
    double[] toArray() {
        memory.accept((long) count * Double.BYTES);
        return Arrays.copyOf(numbers, count);
    }
}
