package dev.gradlens.wire;

import org.jspecify.annotations.Nullable;

/**
 * How many items a page of a list has, by the parameter {@code limit}.
 *
 * @param standard where nothing is asked for
 * @param most that may be asked for
 */
public record PageLimit(int standard, int most) {
    /** The parameter's name. */
    public static final String PARAMETER = "limit";

    /**
     * How many items were asked for.
     *
     * @throws WrongParameterException if they are too few or too many
     */
    public int of(@Nullable Integer asked) {
        if (asked == null) {
            return standard;
        }
        if (asked < 1 || asked > most) {
            throw new WrongParameterException(PARAMETER, "must be from 1 to %d, got %d".formatted(most, asked));
        }
        return asked;
    }
}
