package dev.gradlens.wire.tensors;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * The IEEE bits of a tensor's numbers, in row-major order as written and little-endian: eight bytes each, or four in
 * single precision. They are made while they are read.
 */
public final class TensorBytes extends InputStream {
    /** So many bytes are made at a time; both widths divide it. */
    private static final int CHUNK = 8192;

    private final Tensor tensor;
    private final ByteBuffer chunk =
            ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private int next;

    public TensorBytes(Tensor tensor) {
        this.tensor = tensor;
    }

    /** How many there are. */
    public static long length(Tensor tensor) {
        return (long) tensor.size() * (tensor.isSingle() ? Float.BYTES : Double.BYTES);
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : Byte.toUnsignedInt(chunk.get());
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, chunk.remaining());
        chunk.get(target, offset, count);
        return count;
    }

    private boolean isAtEnd() {
        if (!chunk.hasRemaining()) {
            fill();
        }
        return !chunk.hasRemaining();
    }

    private void fill() {
        chunk.clear();
        while (chunk.hasRemaining() && next < tensor.size()) {
            put(tensor.entry(next++));
        }
        chunk.flip();
    }

    private void put(double value) {
        if (tensor.isSingle()) {
            chunk.putFloat((float) value);
        } else {
            chunk.putDouble(value);
        }
    }
}
