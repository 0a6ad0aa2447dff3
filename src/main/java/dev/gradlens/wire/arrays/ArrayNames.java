package dev.gradlens.wire.arrays;

import dev.gradlens.wire.Echo;
import java.util.regex.Pattern;

/** The names that an array may have in a file: words without a path, so that they can stand in a pointer. */
public final class ArrayNames {
    /** The longest name of ours, {@code initialRunningVariance1000}, has 26 characters. */
    private static final int LENGTH = 80;

    private static final Pattern PLAIN = Pattern.compile("[^/\\\\\\p{C}]+");

    private ArrayNames() {}

    /**
     * The name itself.
     *
     * @throws ArrayRefusedException if no array is called so
     */
    public static String checked(String name) {
        if (name.length() > LENGTH || !PLAIN.matcher(name).matches()) {
            throw new ArrayRefusedException("holds an array named " + Echo.of(name) + "; a name has at most " + LENGTH
                    + " characters, none of which belongs to a path or cannot be printed");
        }
        return name;
    }
}
