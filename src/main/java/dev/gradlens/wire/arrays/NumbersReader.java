package dev.gradlens.wire.arrays;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the numbers of an array from the bytes of a file.
 *
 * @param datatype of each
 * @param bytes their order in a number
 * @param firstAxisFastest whether they come in the order of Fortran
 */
public record NumbersReader(Datatype datatype, ByteOrder bytes, boolean firstAxisFastest) {
    /** Bytes read at once, a multiple of every width. */
    private static final int BLOCK = 8192;

    /**
     * The numbers with the last axis fastest.
     *
     * @throws ArrayRefusedException if they are too many, too few or not exact as doubles
     */
    public double[] read(InputStream stream, Shape shape, ArrayMemory memory) throws IOException {
        double[] values = memory.allocate(shape.count());
        NumberOrder order = firstAxisFastest ? NumberOrder.firstAxisFastest(shape) : NumberOrder.lastAxisFastest();
        byte[] block = new byte[BLOCK];
        ByteBuffer numbers = ByteBuffer.wrap(block).order(bytes);
        for (int read = 0; read < values.length; ) {
            int count = Math.min(values.length - read, BLOCK / datatype.width());
            fill(block, count * datatype.width(), stream);
            numbers.clear();
            for (int i = 0; i < count; i++) {
                values[order.next()] = datatype.read(numbers);
            }
            read += count;
        }
        return values;
    }

    private static void fill(byte[] block, int length, InputStream stream) throws IOException {
        if (stream.readNBytes(block, 0, length) < length) {
            throw new ArrayRefusedException("ends before its last number");
        }
    }
}
