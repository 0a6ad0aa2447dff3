package dev.gradlens.wire.arrays;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** Writes the numbers of an array as little-endian doubles, floats or integers of 64 bits. */
public final class NumbersWriter {
    private static final int BLOCK = 8192;

    private NumbersWriter() {}

    /** The bytes that are written of an array. */
    public static long length(NamedArray array) {
        return (long) array.values().length * array.datatype().width();
    }

    /** Writes the numbers as they are kept, the last axis fastest. */
    public static void write(NamedArray array, OutputStream stream) throws IOException {
        double[] values = array.values();
        byte[] block = new byte[BLOCK];
        ByteBuffer bytes = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        int most = BLOCK / array.datatype().width();
        for (int start = 0; start < values.length; start += most) {
            int count = Math.min(most, values.length - start);
            put(values, start, count, array.datatype(), bytes);
            stream.write(block, 0, count * array.datatype().width());
        }
    }

    /** A loop for each datatype, since one that chooses for each number takes several times as long. */
    private static void put(double[] values, int start, int count, Datatype datatype, ByteBuffer block) {
        switch (datatype) {
            case F64 -> block.asDoubleBuffer().put(values, start, count);
            case F32 -> putFloats(values, start, count, block.asFloatBuffer());
            case I64 -> putIntegers(values, start, count, block.asLongBuffer());
            default -> throw new IllegalArgumentException(datatype + " is not written");
        }
    }

    private static void putFloats(double[] values, int start, int count, FloatBuffer block) {
        for (int i = 0; i < count; i++) {
            block.put(i, (float) values[start + i]);
        }
    }

    private static void putIntegers(double[] values, int start, int count, LongBuffer block) {
        for (int i = 0; i < count; i++) {
            block.put(i, (long) values[start + i]);
        }
    }
}
