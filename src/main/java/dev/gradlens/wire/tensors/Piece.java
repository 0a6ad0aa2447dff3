package dev.gradlens.wire.tensors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.SerializableString;

/**
 * A piece of JSON, in ASCII, in the shape in which a generator takes bytes as they are. It is read within the call that hands
 * it over, and may be filled again after that. It is no string, so nobody can have it between quotes.
 */
final class Piece implements SerializableString {
    private final byte[] bytes;
    private int length;

    Piece(int capacity) {
        this.bytes = new byte[capacity];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** How many more bytes there is room for. */
    int room() {
        return bytes.length - length;
    }

    void setLength(int newLength) {
        length = newLength;
    }

    void append(char character) {
        bytes[length++] = (byte) character;
    }

    @Override
    public String getValue() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public int charLength() {
        return length;
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public int appendUnquotedUTF8(byte[] target, int offset) {
        if (target.length - offset < length) {
            return -1;
        }
        System.arraycopy(bytes, 0, target, offset, length);
        return length;
    }

    @Override
    public int appendUnquoted(char[] target, int offset) {
        if (target.length - offset < length) {
            return -1;
        }
        getValue().getChars(0, length, target, offset);
        return length;
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        return length;
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer buffer) {
        if (buffer.remaining() < length) {
            return -1;
        }
        buffer.put(bytes, 0, length);
        return length;
    }

    @Override
    public char[] asQuotedChars() {
        throw noString();
    }

    @Override
    public byte[] asQuotedUTF8() {
        throw noString();
    }

    @Override
    public int appendQuotedUTF8(byte[] target, int offset) {
        throw noString();
    }

    @Override
    public int appendQuoted(char[] target, int offset) {
        throw noString();
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) {
        throw noString();
    }

    @Override
    public int putQuotedUTF8(ByteBuffer buffer) {
        throw noString();
    }

    private static UnsupportedOperationException noString() {
        return new UnsupportedOperationException("a piece of JSON is no string");
    }
}
