package dev.gradlens.diagnosis.rounding;

import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Rounding.Decimals;
import dev.gradlens.diagnosis.Rounding.SignificantDigits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells how tensors were rounded: from the digits of each, and from all numbers together, where a tensor has too few to tell. A
 * rounded number has few digits, by chance a trailing zero less, and never a digit more. In doubt the coarser format counts.
 */
public final class RoundingDetector {

    private RoundingDetector() {}

    /**
     * The half-units of the last place of every entry of every tensor: how far each may lie from what it was before it was
     * rounded, at most.
     *
     * @param tensors their entries; NaN and infinities tell nothing and have 0
     */
    public static List<double[]> halfUnits(List<double[]> tensors) {
        List<Evidence> evidence = tensors.stream()
                .map(tensor -> Evidence.of(digits(tensor).toList()))
                .toList();
        List<Rounding> common = Evidence.pooled(evidence).formats();
        List<double[]> halfUnits = new ArrayList<>();
        for (int t = 0; t < tensors.size(); t++) {
            halfUnits.add(halfUnits(tensors.get(t), evidence.get(t).formatsAmong(common)));
        }
        return halfUnits;
    }

    /**
     * The same where the rounding is known. Whoever names significant digits may have seen them in scientific notation, and
     * printed this tensor without exponents: to as many decimals in every number as it shows in one.
     */
    public static double[] halfUnits(double[] tensor, Rounding rounding) {
        return rounding instanceof SignificantDigits(int significant)
                ? halfUnits(tensor, List.of(rounding, new Decimals(Math.max(significant - 1, mostDecimals(tensor)))))
                : halfUnits(tensor, List.of(rounding));
    }

    private static int mostDecimals(double[] tensor) {
        return digits(tensor).mapToInt(Digits::decimals).max().orElse(0);
    }

    /**
     * Whether a number could come from a float32: it lies as near to one as it may have been rounded, or is one rounded to the
     * digits that it shows, as the shortest decimal of a float32 is.
     */
    public static boolean isSingle(double x, double halfUnit) {
        double distance = Math.abs((float) x - x);
        return !Double.isFinite(x) || distance <= halfUnit || (x != 0 && distance <= halfUnitShown(x));
    }

    private static double halfUnitShown(double x) {
        Rounding shown = new SignificantDigits(Digits.of(x).significant());
        return shown.halfUnit(x) + Math.ulp(x);
    }

    private static Stream<Digits> digits(double[] tensor) {
        return Arrays.stream(tensor).filter(x -> Double.isFinite(x) && x != 0).mapToObj(Digits::of);
    }

    private static double[] halfUnits(double[] tensor, Collection<Rounding> roundings) {
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
