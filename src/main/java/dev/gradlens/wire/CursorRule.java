package dev.gradlens.wire;

/** Behind what a page, or a stream, goes on: a number that counts, and so is not below the first there can be. */
public final class CursorRule {
    private CursorRule() {}

    /**
     * The number, where it is from 0 on.
     *
     * @throws WrongParameterException if it is less
     */
    public static long require(String parameter, long number) {
        return require(parameter, number, 0);
    }

    /**
     * The number, where it is from another first on.
     *
     * @throws WrongParameterException if it is less
     */
    public static long require(String parameter, long number, long first) {
        if (number < first) {
            throw new WrongParameterException(parameter, "must be at least %d, got %d".formatted(first, number));
        }
        return number;
    }
}
