package dev.gradlens.wire.arrays;

import java.nio.ByteBuffer;

/** What a number is in a file. */
public enum Datatype {
    /** Half precision of IEEE 754. */
    F16(Short.BYTES),
    /** The upper half of a float32. */
    BF16(Short.BYTES),
    F32(Float.BYTES),
    F64(Double.BYTES),
    I8(Byte.BYTES),
    I16(Short.BYTES),
    I32(Integer.BYTES),
    I64(Long.BYTES),
    U8(Byte.BYTES),
    U16(Short.BYTES),
    U32(Integer.BYTES),
    U64(Long.BYTES),
    /** A byte that is 0 or 1. */
    BOOL(Byte.BYTES);

    /** Up to here every integer is a double. */
    private static final long EXACT = 1L << 53;

    private final int width;

    Datatype(int width) {
        this.width = width;
    }

    /** Bytes of a number. */
    public int width() {
        return width;
    }

    /**
     * Takes the next number, in the byte order of the buffer.
     *
     * @throws ArrayRefusedException if no double is that number
     */
    double read(ByteBuffer bytes) {
        return switch (this) {
            case F16 -> Float.float16ToFloat(bytes.getShort());
            case BF16 -> Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
            case F32 -> bytes.getFloat();
            case F64 -> bytes.getDouble();
            case I8 -> bytes.get();
            case I16 -> bytes.getShort();
            case I32 -> bytes.getInt();
            case I64 -> exact(bytes.getLong());
            case U8 -> Byte.toUnsignedInt(bytes.get());
            case U16 -> Short.toUnsignedInt(bytes.getShort());
            case U32 -> Integer.toUnsignedLong(bytes.getInt());
            case U64 -> exactUnsigned(bytes.getLong());
            case BOOL -> truth(bytes.get());
        };
    }

    private static double exact(long integer) {
        if (integer > EXACT || integer < -EXACT) {
            throw inexact(Long.toString(integer));
        }
        return integer;
    }

    private static double exactUnsigned(long integer) {
        if (Long.compareUnsigned(integer, EXACT) > 0) {
            throw inexact(Long.toUnsignedString(integer));
        }
        return integer;
    }

    private static ArrayRefusedException inexact(String integer) {
        return new ArrayRefusedException(
                "holds " + integer + "; integers beyond ±2^53 are not exact as doubles, with which is computed");
    }

    private static double truth(byte bool) {
        if (bool != 0 && bool != 1) {
            throw new ArrayRefusedException(
                    "holds the byte " + Byte.toUnsignedInt(bool) + " as a boolean, which is 0 or 1");
        }
        return bool;
    }
}
