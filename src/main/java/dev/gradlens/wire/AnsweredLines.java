package dev.gradlens.wire;

import java.io.IOException;
import java.io.OutputStream;

/** An answer of lines that are JSON documents (NDJSON), made while it is written. */
@FunctionalInterface
public interface AnsweredLines<L> {

    /**
     * Writes all lines, and flushes whenever the client should see what there is.
     *
     * @throws IOException if the client has left
     */
    void write(OutputStream out) throws IOException;
}
