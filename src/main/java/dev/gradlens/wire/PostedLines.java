package dev.gradlens.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A body of lines that are JSON documents (NDJSON), read while it arrives: a controller takes {@code @RequestBody
 * PostedLines<FirstRequest, FurtherRequest>}. Blank lines are passed over. Used by one thread at a time.
 */
public interface PostedLines<F, L> {

    /** The first line. */
    Posted<F> first();

    /**
     * Waits for the next line; null at the end of the body.
     *
     * @throws BodyTimeoutException if it does not arrive in time, counted from this call
     * @throws IOException if the client leaves
     */
    @Nullable
    Line<L> next() throws IOException;

    /**
     * Takes memory that is held until the request ends.
     *
     * @throws TooManyRequestsException if the requests in flight have left too little
     */
    void reserve(long bytes);

    /** A line that has arrived, to be closed once it is done with, which gives back the memory it holds. */
    interface Line<L> extends AutoCloseable {

        /** From 1, blank ones counted. */
        int number();

        /** In bytes. */
        int length();

        /**
         * What it holds, which any thread may ask for.
         *
         * @throws RefusedException if it is too long or cannot be read; the lines behind it are none the worse
         */
        Posted<L> read();

        @Override
        void close();
    }
}
