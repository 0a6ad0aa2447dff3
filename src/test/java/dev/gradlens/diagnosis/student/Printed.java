package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.tensor.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Tensors as a person prints and sends them. */
public final class Printed {
    private Printed() {}

    /** Every number rounded to the nearest that is printed so. */
    public static Map<Site, Values> as(Rounding rounding, Map<Site, Values> tensors) {
        Map<Site, Values> printed = new TreeMap<>();
        tensors.forEach((site, values) -> printed.put(site, as(rounding, values)));
        return printed;
    }

    /** The same for one tensor. */
    public static Values as(Rounding rounding, Values values) {
        double[] printed = Arrays.stream(values.rowMajor())
                .map(number -> Double.isFinite(number) ? as(rounding, number) : number)
                .toArray();
        return new Values(values.rows(), values.columns(), printed);
    }

    private static double as(Rounding rounding, double number) {
        return switch (rounding) {
            case Rounding.Decimals(int decimals) ->
                new BigDecimal(number)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .doubleValue();
            case Rounding.SignificantDigits(int digits) ->
                new BigDecimal(number)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .doubleValue();
            case Rounding.Single() -> (float) number;
            case Rounding.None() -> number;
        };
    }
}
