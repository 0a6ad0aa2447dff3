package dev.gradlens.wire.bind;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.function.DoublePredicate;

/**
 * One side of a range, of a number or of the length of a list or a string.
 *
 * @param words what is allowed: {@code at least 1}
 * @param admitted tells whether a number or a length is allowed
 * @param least integer that is allowed
 * @param most the greatest integer that is allowed
 */
record Bound(String words, DoublePredicate admitted, long least, long most) {
    static Bound above(double bound) {
        return from("more than " + Numbers.inWords(bound), value -> value > bound, Math.floor(bound) + 1);
    }

    static Bound below(double bound) {
        return upTo("less than " + Numbers.inWords(bound), value -> value < bound, Math.ceil(bound) - 1);
    }

    static Bound atLeast(double bound) {
        return from("at least " + Numbers.inWords(bound), value -> value >= bound, Math.ceil(bound));
    }

    static Bound atMost(double bound) {
        return upTo("at most " + Numbers.inWords(bound), value -> value <= bound, Math.floor(bound));
    }

    private static Bound from(String words, DoublePredicate admitted, double least) {
        return new Bound(words, admitted, (long) least, Long.MAX_VALUE);
    }

    private static Bound upTo(String words, DoublePredicate admitted, double most) {
        return new Bound(words, admitted, Long.MIN_VALUE, (long) most);
    }

    static Bound of(DecimalMin least) {
        double bound = Double.parseDouble(least.value());
        return least.inclusive() ? atLeast(bound) : above(bound);
    }

    static Bound of(DecimalMax most) {
        double bound = Double.parseDouble(most.value());
        return most.inclusive() ? atMost(bound) : below(bound);
    }

    static Bound of(Size size) {
        String words = size.max() == Integer.MAX_VALUE ? "at least " + size.min() : size.min() + " to " + size.max();
        return new Bound(words, length -> length >= size.min() && length <= size.max(), size.min(), size.max());
    }

    boolean admits(Object value) {
        return admitted.test(measure(value));
    }

    String complaint(Object value) {
        String got = Numbers.inWords(measure(value));
        return switch (value) {
            case Number number -> "must be " + words + ", got " + got;
            case String text -> "must have " + words + " characters, got " + got;
            default -> "must have " + words + " items, got " + got;
        };
    }

    private static double measure(Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Collection<?> items -> items.size();
            case String text -> text.codePointCount(0, text.length());
            default -> throw new IllegalArgumentException("a range of " + value.getClass());
        };
    }
}
