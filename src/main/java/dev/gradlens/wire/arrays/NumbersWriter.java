package dev.gradlens.wire.arrays;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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
        byte[] block = new byte[BLOCK];
        ByteBuffer numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : array.values()) {
            if (!numbers.hasRemaining()) {
                stream.write(block);
                numbers.clear();
            }
            put(value, array.datatype(), numbers);
        }
        stream.write(block, 0, numbers.position());
    }

    private static void put(double value, Datatype datatype, ByteBuffer block) {
        switch (datatype) {
            case F64 -> block.putDouble(value);
            case F32 -> block.putFloat((float) value);
            case I64 -> block.putLong((long) value);
            default -> throw new IllegalArgumentException(datatype + " is not written");
        }
    }
}
