package dev.gradlens.dataset.csv;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can stand in a cell. */
final class Cell {
    private static final Set<String> MISSING = Set.of("", "?", "-", "na", "n/a", "#n/a", "null", "none");
    private static final Set<String> NOT_FINITE =
            Set.of("nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity", "1.#inf", "1.#qnan");

    private Cell() {}

    /** The number that a text is, in plain or scientific notation; null where it is none. Infinite beyond a double's range. */
    static @Nullable Double number(String text) {
        if (text.isEmpty() || !text.chars().allMatch(Cell::isOfANumber)) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException other) {
            return null;
        }
    }

    /** Java's own parser would take 1d, 0x1p3 and NaN too. */
    private static boolean isOfANumber(int character) {
        return (character >= '0' && character <= '9') || ".-+eE".indexOf(character) >= 0;
    }

    /** Whether something is said in place of a number that is missing. */
    static boolean isMissing(String text) {
        return MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether it is a text that neither is a number nor stands in place of one, nor a formula that a sheet would compute. */
    static boolean isWord(String text) {
        return number(text) == null && !isMissing(text) && !isNotFinite(text) && !text.startsWith("=");
    }

    static boolean isNotFinite(String text) {
        return NOT_FINITE.contains(text.toLowerCase(Locale.ROOT));
    }
}
