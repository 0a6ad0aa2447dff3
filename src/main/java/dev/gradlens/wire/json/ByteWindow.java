package dev.gradlens.wire.json;

import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a stream of bytes, which moves on as it is read. Behind its end there are some zeros, so that whoever looks for
 * the end of a number finds it without counting.
 */
final class ByteWindow {
    private static final int SIZE = 16_384;
    private static final int ZEROS = Long.BYTES;

    private final InputStream stream;
    private final byte[] bytes = new byte[SIZE + ZEROS];
    private long start;
    private int position;
    private int limit;
    private boolean ended;

    ByteWindow(InputStream stream) {
        this.stream = stream;
    }

    /** The bytes themselves, of which those from the position to the limit have been read from the stream and not used. */
    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    int limit() {
        return limit;
    }

    /** Whether the stream has no more than what is before the limit. */
    boolean isEnded() {
        return ended;
    }

    void moveTo(int place) {
        position = place;
    }

    /** How many bytes of the stream lie before a place. */
    long offset(int place) {
        return start + place;
    }

    /** Gets more bytes, having moved those that are not used to the front; false where there are none, or is no room. */
    boolean fill() throws IOException {
        System.arraycopy(bytes, position, bytes, 0, limit - position);
        start += position;
        limit -= position;
        position = 0;
        int read = ended || limit == SIZE ? -1 : stream.read(bytes, limit, SIZE - limit);
        ended |= limit < SIZE && read < 0;
        limit += Math.max(read, 0);
        for (int i = limit; i < limit + ZEROS; i++) {
            bytes[i] = 0;
        }
        return read > 0;
    }

    void close() throws IOException {
        stream.close();
    }
}
