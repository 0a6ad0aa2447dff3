package dev.gradlens.diagnosis.rounding;

import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Rounding.Decimals;
import dev.gradlens.diagnosis.Rounding.None;
import dev.gradlens.diagnosis.Rounding.SignificantDigits;
import dev.gradlens.diagnosis.Rounding.Single;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What numbers tell of how they were rounded.
 *
 * @param costs how improbable they are under each of {@link Format#ALL}, in powers of ten
 * @param isAny whether there are any
 */
record Evidence(int[] costs, boolean isAny) {
    /** A format is not a tensor's own if another one is so many powers of ten more probable. */
    private static final int CLEAR = 5;

    /** Formats that are less improbable than this against the best one cannot be excluded. */
    private static final int AS_GOOD = 3;

    /** With fewer digits, numbers are simple rather than rounded. */
    private static final int FEWEST_DIGITS = 3;

    static Evidence of(List<Digits> numbers) {
        return new Evidence(Format.costs(numbers), !numbers.isEmpty());
    }

    /** Of all of them together. */
    static Evidence pooled(List<Evidence> parts) {
        int[] costs = new int[Format.ALL.size()];
        for (Evidence part : parts) {
            for (int i = 0; i < costs.length; i++) {
                costs[i] += part.costs[i];
            }
        }
        return new Evidence(costs, parts.stream().anyMatch(Evidence::isAny));
    }

    /** The formats that cannot be excluded. */
    List<Rounding> formats() {
        return isAny ? within(AS_GOOD + 1) : List.of(new None());
    }

    /**
     * The formats that cannot be excluded where there are other numbers beside these: their own, and those of all together
     * that may be theirs too. Numbers that are too simple to tell take those of all together.
     *
     * @param common of all together
     */
    Set<Rounding> formatsAmong(List<Rounding> common) {
        if (!isAny) {
            return Set.copyOf(common);
        }
        List<Rounding> possible = within(CLEAR);
        Set<Rounding> formats = new LinkedHashSet<>(isShort(Format.ALL.get(best())) ? common : formats());
        common.stream().flatMap(Evidence::alike).filter(possible::contains).forEach(formats::add);
        return formats;
    }

    /** Whoever prints some tensors in scientific notation prints others without it, to as many decimals. */
    private static Stream<Rounding> alike(Rounding rounding) {
        return rounding instanceof SignificantDigits(int digits)
                ? Stream.of(rounding, new Decimals(digits - 1))
                : Stream.of(rounding);
    }

    private List<Rounding> within(int decades) {
        List<Rounding> within = new ArrayList<>();
        int least = costs[best()];
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] < least + decades) {
                within.add(Format.ALL.get(i));
            }
        }
        return within;
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < costs.length; i++) {
            best = costs[i] < costs[best] ? i : best;
        }
        return best;
    }

    private static boolean isShort(Rounding rounding) {
        return switch (rounding) {
            case SignificantDigits(int digits) -> digits < FEWEST_DIGITS;
            case Decimals(int decimals) -> decimals < FEWEST_DIGITS;
            case Single single -> false;
            case None none -> false;
        };
    }
}
