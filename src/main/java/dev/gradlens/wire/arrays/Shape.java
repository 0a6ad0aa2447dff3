package dev.gradlens.wire.arrays;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lengths of an array along its axes; none for a single number.
 *
 * @param lengths each at least 0
 */
public record Shape(List<Long> lengths) {
    /** As many as NumPy has. */
    private static final int AXES = 32;

    public Shape {
        lengths = List.copyOf(lengths);
    }

    public static Shape of(long... lengths) {
        return new Shape(Arrays.stream(lengths).boxed().toList());
    }

    public int axes() {
        return lengths.size();
    }

    public long length(int axis) {
        return lengths.get(axis);
    }

    /**
     * How many numbers an array of this shape has.
     *
     * @throws ArrayRefusedException if that is no shape, or one of more numbers than can be counted
     */
    public long count() {
        if (axes() > AXES || lengths.stream().anyMatch(length -> length < 0)) {
            throw new ArrayRefusedException(
                    "has a shape that no array has: at most " + AXES + " axes, none of them negative");
        }
        try {
            return lengths.contains(0L) ? 0 : lengths.stream().reduce(1L, Math::multiplyExact);
        } catch (ArithmeticException overflow) {
            throw new ArrayRefusedException("has a shape of more numbers than can be counted");
        }
    }

    /** In words, such as {@code 3×4}; {@code a single number} where there are no axes. */
    @Override
    public String toString() {
        return lengths.isEmpty()
                ? "a single number"
                : lengths.stream().map(String::valueOf).collect(Collectors.joining("×"))
                        + (axes() == 1 ? " (a vector)" : "");
    }
}
