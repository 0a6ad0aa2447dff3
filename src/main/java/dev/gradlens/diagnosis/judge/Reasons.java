package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Fit;
import dev.gradlens.diagnosis.Fit.Coefficient;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.Optional;

/** Says in words what is known of a tensor that no mistake explains. */
final class Reasons {
    private Reasons() {}

    static String unexplained(Sent tensor, Values expected, Optional<Fit> fit, boolean triedPairs) {
        long nonFinite = Arrays.stream(tensor.values().rowMajor())
                .filter(entry -> !Double.isFinite(entry))
                .count();
        if (nonFinite > 0) {
            return "%d of %d entries are not finite, where the true ones are.".formatted(nonFinite, tensor.size());
        }
        String tried = triedPairs
                ? "No mistake of the catalogue, and no two at once, give"
                : "No mistake of the catalogue gives";
        return tried + " these numbers." + ratio(tensor.values(), expected)
                + fit.filter(Fit::withinRounding).map(Reasons::reading).orElse("");
    }

    private static String reading(Fit fit) {
        return " They are a sum of the three paths: D by %s, M by %s, V by %s, where each should be 1."
                .formatted(inWords(fit.direct()), inWords(fit.throughMean()), inWords(fit.throughVariance()));
    }

    private static String inWords(Coefficient coefficient) {
        String constant = coefficient.constantReads().orElse(String.valueOf((float) coefficient.constant()));
        String read = constant.contains("-") && constant.length() > 2 ? "(" + constant + ")" : constant;
        return read + power("gamma", coefficient.gammaPower()) + power("s", coefficient.sPower());
    }

    private static String power(String name, double power) {
        return power == 0 ? "" : power == 1 ? "·" + name : "·" + name + "^(" + (float) power + ")";
    }

    /** Whether they are a multiple of what was expected. */
    private static String ratio(Values yours, Values expected) {
        if (yours.size() != expected.size()) {
            return "";
        }
        double dot = 0;
        double square = 0;
        for (int i = 0; i < yours.size(); i++) {
            dot += yours.rowMajor()[i] * expected.rowMajor()[i];
            square += expected.rowMajor()[i] * expected.rowMajor()[i];
        }
        double constant = dot / square;
        boolean isMultiple = Comparison.residual(yours, expected.times(constant)) < 1e-3;
        return isMultiple && Math.abs(constant) > 0 && Math.abs(constant - 1) > 1e-3
                ? " They are about %s times the expected ones.".formatted((float) constant)
                : "";
    }
}
