package dev.gradlens.wire.arrays;

import dev.gradlens.wire.bind.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A form of file that holds named arrays. */
public interface ArrayFormat {
    /** Whether a file begins as one of this form does. */
    boolean isBegunBy(byte[] file);

    /**
     * The arrays of a file, in its order, as far as they can be read; names are different from one another.
     *
     * @param memory asked before an array is allocated
     * @param arrays where faults are said: at the name of the array, or here where it is none's
     */
    List<NamedArray> read(byte[] file, ArrayMemory memory, Place arrays);

    /**
     * The text that was written beside the arrays; empty where there is none.
     *
     * @throws ArrayRefusedException if that cannot be told or read
     */
    Optional<String> response(byte[] file, ArrayMemory memory);

    /**
     * Writes arrays, each of doubles, floats or integers of 64 bits, and a text in JSON beside them. The same arrays give the same bytes.
     *
     * @param response what is said about the arrays
     */
    void write(List<NamedArray> arrays, String response, OutputStream stream) throws IOException;
}
