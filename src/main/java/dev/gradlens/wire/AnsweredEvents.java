package dev.gradlens.wire;

import java.io.IOException;
import java.io.OutputStream;

/** An answer that is given as a page in JSON, which is what its {@code @JsonValue} gives, or as a stream of Server-Sent Events. */
public interface AnsweredEvents {

    /**
     * Writes events as they happen, and flushes whenever the client should see what there is.
     *
     * @throws IOException if the client has left
     */
    void write(OutputStream out) throws IOException;
}
