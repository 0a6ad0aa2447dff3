package dev.gradlens.diagnosis.student;

import dev.gradlens.tensor.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * What is read from a tensor that Python's NumPy has printed: the shortest decimals that tell its numbers apart, cut to so many
 * places behind the point; in scientific notation where the numbers of the tensor differ much.
 *
 * @param precision places behind the point, 8 where nothing is said
 * @param single whether the numbers are float32
 */
public record NumPyPrint(int precision, boolean single) {
    private static final double LARGE = 1e8;
    private static final double SMALL = 1e-4;
    private static final double DIFFERENT = 1000;

    /** The numbers as they are read again. */
    public Values of(Values tensor) {
        boolean scientific = isScientific(tensor.rowMajor());
        double[] printed = Arrays.stream(tensor.rowMajor())
                .map(x -> x == 0 || !Double.isFinite(x) ? x : printed(x, scientific))
                .toArray();
        return new Values(tensor.rows(), tensor.columns(), printed);
    }

    private static boolean isScientific(double[] entries) {
        Supplier<DoubleStream> sizes =
                () -> Arrays.stream(entries).map(Math::abs).filter(size -> size > 0 && Double.isFinite(size));
        double largest = sizes.get().max().orElse(1);
        double smallest = sizes.get().min().orElse(1);
        return largest >= LARGE || smallest < SMALL || largest / smallest > DIFFERENT;
    }

    private double printed(double x, boolean scientific) {
        BigDecimal shortest =
                new BigDecimal(single ? Float.toString((float) x) : Double.toString(x)).stripTrailingZeros();
        BigDecimal exact = new BigDecimal(x);
        BigDecimal cut = scientific
                ? exact.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN))
                : exact.setScale(precision, RoundingMode.HALF_EVEN);
        boolean isShort = scientific ? shortest.precision() <= precision + 1 : shortest.scale() <= precision;
        return (isShort ? shortest : cut).doubleValue();
    }
}
