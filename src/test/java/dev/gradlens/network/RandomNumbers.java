package dev.gradlens.network;

import dev.gradlens.tensor.Values;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** The numbers of a batch and of parameters: off centre, and of many sizes where they are wild. */
final class RandomNumbers {

    /** Neither it nor its multiples are binary fractions, so that a sum of equal ones is rounded. */
    private static final double CONSTANT = 0.1;

    private final Random seeded;
    private final boolean wild;

    RandomNumbers(Random seeded, boolean wild) {
        this.seeded = seeded;
        this.wild = wild;
    }

    /** Each feature with an offset and a spread of its own; a wild one may be constant. */
    Values inputs(int examples, int features) {
        double[] entries = new double[examples * features];
        for (int j = 0; j < features; j++) {
            boolean constant = wild && seeded.nextInt(4) == 0;
            double offset = seeded.nextGaussian() * (wild ? power(4) : 2);
            double spread = wild ? power(3) : power(0.5);
            for (int i = 0; i < examples; i++) {
                entries[i * features + j] = constant ? CONSTANT : offset + spread * seeded.nextGaussian();
            }
        }
        return new Values(examples, features, entries);
    }

    Values weights(int units, int inputs) {
        double scale = wild && seeded.nextInt(3) == 0 ? power(2) : 1.2 / Math.sqrt(inputs);
        return filled(units, inputs, () -> scale * seeded.nextGaussian());
    }

    Values vector(int units) {
        return filled(1, units, seeded::nextGaussian);
    }

    /** Of both signs, none near 0. */
    Values scales(int units) {
        return filled(1, units, () -> (seeded.nextBoolean() ? 1 : -1) * seeded.nextDouble(0.3, 2));
    }

    Values positive(int units) {
        return filled(1, units, () -> seeded.nextDouble(0.3, 3));
    }

    private double power(double decades) {
        return Math.pow(10, seeded.nextDouble(-decades, decades));
    }

    private static Values filled(int rows, int columns, DoubleSupplier entry) {
        double[] entries = new double[rows * columns];
        for (int index = 0; index < entries.length; index++) {
            entries[index] = entry.getAsDouble();
        }
        return new Values(rows, columns, entries);
    }
}
