package dev.gradlens.wire.arrays;

import java.util.function.LongConsumer;

/** The memory that the arrays of one file take; each asks for its own before it is allocated. */
public final class ArrayMemory {
    private final ArrayLimits limits;
    private final LongConsumer budget;
    private long taken;

    /** @param budget is told of every allocation before it is made, and may refuse it by an exception */
    public ArrayMemory(ArrayLimits limits, LongConsumer budget) {
        this.limits = limits;
        this.budget = budget;
    }

    public ArrayLimits limits() {
        return limits;
    }

    /**
     * Room for so many numbers.
     *
     * @throws ArrayRefusedException if they are more than the limits allow, of one array or of all together
     */
    public double[] allocate(long numbers) {
        refuseOver(numbers, limits.one().toBytes(), "has");
        refuseOver(taken / Double.BYTES + numbers, limits.total().toBytes(), "brings the arrays to");
        budget.accept(numbers * Double.BYTES);
        taken += numbers * Double.BYTES;
        return new double[Math.toIntExact(numbers)];
    }

    /** Room for what is kept of a file beside the numbers. */
    public void reserve(long bytes) {
        budget.accept(bytes);
    }

    private static void refuseOver(long numbers, long bytes, String verb) {
        long most = Math.min(bytes / Double.BYTES, Integer.MAX_VALUE - 8);
        if (numbers > most) {
            throw new ArrayRefusedException("%s %d numbers, and at most %d are read".formatted(verb, numbers, most));
        }
    }
}
