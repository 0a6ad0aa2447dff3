package dev.gradlens.wire;

/** Says how many of something there are. */
public final class Count {
    private Count() {}

    /** {@code 1 entry}, {@code 2 entries}. */
    public static String of(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
