package dev.gradlens.diagnosis.rounding;

import dev.gradlens.diagnosis.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells how tensors were rounded: from all numbers together, and from a tensor of its own where that has been printed in
 * another way. A rounded number has few digits, by chance a trailing zero less, and never a digit more.
 */
public final class RoundingDetector {
    /** A tensor has a format of its own if it is so many powers of ten more probable. */
    private static final int OWN_EVIDENCE = 5;

    /** And if it has so many digits at least. */
    private static final int OWN_DIGITS = 3;

    /** Formats that are less improbable than this against the best one cannot be excluded. */
    private static final int AS_GOOD = 3;

    private RoundingDetector() {}

    /**
     * The half-units of the last place of every entry of every tensor: how far each may lie from what it was before it was
     * rounded, at most.
     *
     * @param tensors their entries; NaN and infinities tell nothing and have 0
     */
    public static List<double[]> halfUnits(List<double[]> tensors) {
        List<List<Digits>> digits =
                tensors.stream().map(RoundingDetector::digits).toList();
        List<int[]> costs = digits.stream().map(Format::costs).toList();
        int[] pooled = new int[Format.ALL.size()];
        costs.forEach(own -> Arrays.setAll(pooled, i -> pooled[i] + own[i]));
        boolean isTold = digits.stream().anyMatch(numbers -> !numbers.isEmpty());
        List<double[]> halfUnits = new ArrayList<>();
        for (int t = 0; t < tensors.size(); t++) {
            int[] telling = hasOwn(costs.get(t), pooled) ? costs.get(t) : pooled;
            halfUnits.add(halfUnits(tensors.get(t), isTold ? good(telling) : List.of(new Rounding.None())));
        }
        return halfUnits;
    }

    /** The same where the rounding is known. */
    public static double[] halfUnits(double[] tensor, Rounding rounding) {
        return halfUnits(tensor, List.of(rounding));
    }

    private static List<Digits> digits(double[] tensor) {
        return Arrays.stream(tensor)
                .filter(x -> Double.isFinite(x) && x != 0)
                .mapToObj(Digits::of)
                .toList();
    }

    private static boolean hasOwn(int[] own, int[] pooled) {
        int best = best(own);
        boolean isClear = own[best(pooled)] - own[best] >= OWN_EVIDENCE;
        return isClear && !isShort(Format.ALL.get(best));
    }

    private static boolean isShort(Rounding rounding) {
        return switch (rounding) {
            case Rounding.SignificantDigits(int digits) -> digits < OWN_DIGITS;
            case Rounding.Decimals(int decimals) -> decimals < OWN_DIGITS;
            case Rounding.Single single -> false;
            case Rounding.None none -> false;
        };
    }

    private static int best(int[] costs) {
        int best = 0;
        for (int i = 1; i < costs.length; i++) {
            best = costs[i] < costs[best] ? i : best;
        }
        return best;
    }

    private static List<Rounding> good(int[] costs) {
        List<Rounding> good = new ArrayList<>();
        int least = costs[best(costs)];
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] <= least + AS_GOOD) {
                good.add(Format.ALL.get(i));
            }
        }
        return good;
    }

    private static double[] halfUnits(double[] tensor, List<Rounding> roundings) {
        double[] halfUnits = new double[tensor.length];
        for (int i = 0; i < tensor.length; i++) {
            if (Double.isFinite(tensor[i])) {
                for (Rounding rounding : roundings) {
                    halfUnits[i] = Math.max(halfUnits[i], rounding.halfUnit(tensor[i]) + Math.ulp(tensor[i]));
                }
            }
        }
        return halfUnits;
    }
}
