package dev.gradlens.diagnosis.rounding;

import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Rounding.Decimals;
import dev.gradlens.diagnosis.Rounding.None;
import dev.gradlens.diagnosis.Rounding.SignificantDigits;
import dev.gradlens.diagnosis.Rounding.Single;
import java.util.ArrayList;
import java.util.List;

/** How improbable numbers are under each way of rounding, in powers of ten. */
final class Format {
    /** More is not told from float64. */
    private static final int MOST_DIGITS = 15;

    private static final int MOST_DECIMALS = 15;

    /** What digits a float64 has as a rule. */
    private static final int DIGITS_OF_DOUBLE = 16;

    /** A digit more than there should be is next to impossible. */
    private static final int EXCESS = 6;

    /** A simple number such as ½ may stand anywhere, however long the others are. */
    private static final int SIMPLE = 3;

    /** How rarely a float64 is a float32 by chance. */
    private static final int CHANCE_SINGLE = 8;

    /** What cannot be. */
    private static final int IMPOSSIBLE = 20;

    static final List<Rounding> ALL = all();

    private Format() {}

    private static List<Rounding> all() {
        List<Rounding> all = new ArrayList<>(List.of(new None(), new Single()));
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            all.add(new SignificantDigits(digits));
        }
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            all.add(new Decimals(decimals));
        }
        return List.copyOf(all);
    }

    /** For each of {@link #ALL}. */
    static int[] costs(Iterable<Digits> numbers) {
        int[] costs = new int[ALL.size()];
        for (Digits number : numbers) {
            for (int i = 0; i < costs.length; i++) {
                costs[i] += cost(ALL.get(i), number);
            }
        }
        return costs;
    }

    private static int cost(Rounding rounding, Digits number) {
        return switch (rounding) {
            case SignificantDigits significant -> cost(significant.digits() - number.significant());
            case Decimals decimals -> cost(decimals.decimals() - number.decimals());
            case None none ->
                number.isSingle() && number.significant() > Digits.DIGITS_OF_SINGLE
                        ? CHANCE_SINGLE
                        : cost(Math.max(0, DIGITS_OF_DOUBLE - number.significant()));
            case Single single ->
                number.isSingle() || number.isPrintedSingle()
                        ? cost(Math.max(0, Digits.DIGITS_OF_SINGLE - 1 - number.significant()))
                        : IMPOSSIBLE;
        };
    }

    private static int cost(int missing) {
        return missing >= 0 ? Math.min(missing, SIMPLE) : -missing * EXCESS;
    }
}
