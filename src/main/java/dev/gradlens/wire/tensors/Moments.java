package dev.gradlens.wire.tensors;

import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * Mean, deviation and norm of finite numbers, of which there is one at least. They are taken of the numbers by a power of two
 * smaller, so that none is beyond the range of a double on the way.
 */
public final class Moments {
    private final Supplier<DoubleStream> numbers;
    private final int count;
    private final int exponent;

    /**
     * @param numbers the same ones each time
     * @param count how many they are
     * @param largest of their magnitudes
     */
    public Moments(Supplier<DoubleStream> numbers, int count, double largest) {
        this.numbers = numbers;
        this.count = count;
        this.exponent = Math.getExponent(largest);
    }

    /** Exact up to rounding: that of equal numbers is the number. */
    public double mean() {
        return Math.scalb(scaledMean(), exponent);
    }

    /** That of the population, of equal numbers 0; what rounding left in the mean is taken away. */
    public double std() {
        double mean = scaledMean();
        double left = sumAbout(mean);
        double variance = Math.max(0, squaresAbout(mean) - left * left / count) / count;
        return Math.scalb(Math.sqrt(variance), exponent);
    }

    /** The root of the sum of squares; infinite where that is beyond the range of a double. */
    double norm() {
        return Math.scalb(Math.sqrt(squaresAbout(0)), exponent);
    }

    /** The second sum gives back what rounding took from the first. */
    private double scaledMean() {
        double first = sumAbout(0) / count;
        return first + sumAbout(first) / count;
    }

    /** Σ (x − c), each difference in two steps so that its rounding is not lost. */
    private double sumAbout(double c) {
        CompensatedSum sum = new CompensatedSum();
        scaled().forEach(value -> {
            sum.add(value);
            sum.add(-c);
        });
        return sum.value();
    }

    /** Σ (x − c)². */
    private double squaresAbout(double c) {
        CompensatedSum sum = new CompensatedSum();
        scaled().forEach(value -> sum.add((value - c) * (value - c)));
        return sum.value();
    }

    private DoubleStream scaled() {
        return numbers.get().map(value -> Math.scalb(value, -exponent));
    }
}
