package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.arrays.ArrayRefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Walks through the little-endian fields of a file; what reaches beyond its end is refused. */
final class Cursor {
    private final ByteBuffer bytes;

    Cursor(byte[] file, long start, long end) {
        if (start < 0 || start > end || end > file.length) {
            throw new ArrayRefusedException("points beyond its own end: it may be cut off");
        }
        bytes = ByteBuffer.wrap(file, (int) start, (int) (end - start)).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    int unsignedByte() {
        return Byte.toUnsignedInt(require(Byte.BYTES).get());
    }

    int unsignedShort() {
        return Short.toUnsignedInt(require(Short.BYTES).getShort());
    }

    long unsignedInt() {
        return Integer.toUnsignedLong(require(Integer.BYTES).getInt());
    }

    /** A length or an offset of eight bytes; one beyond what a {@code long} holds is negative. */
    long eightBytes() {
        return require(Long.BYTES).getLong();
    }

    void skip(int length) {
        require(length).position(bytes.position() + length);
    }

    String text(int length, Charset charset) {
        ByteBuffer encoded = require(length).slice(bytes.position(), length);
        skip(length);
        try {
            return charset.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException broken) {
            throw new ArrayRefusedException("holds a name or a header that is not in " + charset.name());
        }
    }

    private ByteBuffer require(int length) {
        if (bytes.remaining() < length) {
            throw new ArrayRefusedException("ends within a header: it may be cut off");
        }
        return bytes;
    }
}
