package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.ArrayRefusedException;
import dev.gradlens.wire.arrays.NamedArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one {@code .npy}, of format version 1.0, 2.0 or 3.0. */
final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** The longest header that NumPy reads without being told to. */
    private static final int HEADER = 10_000;

    private final InputStream content;
    private final long size;
    private final ArrayMemory memory;

    /** @param size of the content in bytes, as it was announced */
    NpyReader(InputStream content, long size, ArrayMemory memory) {
        this.content = content;
        this.size = size;
        this.memory = memory;
    }

    /** Reads the array, and nothing that follows its last number. */
    NamedArray read(String name) throws IOException {
        byte[] begin = take(MAGIC.length + 2);
        if (!Arrays.equals(begin, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ArrayRefusedException("does not begin as an array of NumPy does");
        }
        int version = begin[MAGIC.length];
        int widthOfLength = widthOfLength(version, begin[MAGIC.length + 1]);
        byte[] width = take(widthOfLength);
        long length = width(width);
        NpyHeader header = header(length, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        requireSize(header, begin.length + widthOfLength + length);
        double[] values = header.numbers().read(content, header.shape(), memory);
        return new NamedArray(name, header.shape(), header.numbers().datatype(), values);
    }

    private static int widthOfLength(int major, int minor) {
        if (minor != 0 || major < 1 || major > 3) {
            throw new ArrayRefusedException("is of the npy format " + Byte.toUnsignedInt((byte) major) + "."
                    + Byte.toUnsignedInt((byte) minor) + "; 1.0, 2.0 and 3.0 are read");
        }
        return major == 1 ? Short.BYTES : Integer.BYTES;
    }

    private static long width(byte[] littleEndian) {
        long length = 0;
        for (int i = littleEndian.length - 1; i >= 0; i--) {
            length = length << Byte.SIZE | Byte.toUnsignedLong(littleEndian[i]);
        }
        return length;
    }

    private NpyHeader header(long length, Charset charset) throws IOException {
        long most = Math.min(HEADER, memory.limits().header().toBytes());
        if (length > most) {
            throw new ArrayRefusedException("has a header of " + length + " bytes, and at most " + most + " are read");
        }
        byte[] text = take((int) length);
        return NpyHeader.parse(new Cursor(text, 0, length).text(text.length, charset));
    }

    /** The size was announced before anything was read, and has to be what header and shape make it. */
    private void requireSize(NpyHeader header, long begun) {
        long count = header.shape().count();
        int width = header.numbers().datatype().width();
        if (count > (size - begun) / width || count * width != size - begun) {
            throw new ArrayRefusedException("has %d bytes for %s of %s, which takes %d bytes a number"
                    .formatted(size - begun, header.shape(), header.numbers().datatype(), width));
        }
    }

    private byte[] take(int length) throws IOException {
        byte[] taken = content.readNBytes(length);
        if (taken.length < length) {
            throw new ArrayRefusedException("ends within its header");
        }
        return taken;
    }
}
