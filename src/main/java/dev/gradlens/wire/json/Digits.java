package dev.gradlens.wire.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decimal digits that are read from bytes, eight at once, into one integer. */
final class Digits {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030_3030_3030_3030L;

    /** Added to a byte it reaches the highest bit if that is more than 9. */
    private static final long FROM_TEN_ON = 0x7676_7676_7676_7676L;

    private static final long HIGHEST = 0x8080_8080_8080_8080L;
    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private long value;

    void clear() {
        value = 0;
    }

    /** All that were read since, without a sign; what is beyond 64 bits is lost. */
    long value() {
        return value;
    }

    /** Reads as many as there are, and gives the place behind them. Eight bytes have to follow that. */
    int read(byte[] bytes, int start) {
        int at = start;
        while (true) {
            long eight = (long) EIGHT.get(bytes, at) ^ ZEROS;
            int count = Long.numberOfTrailingZeros(((eight + FROM_TEN_ON) | eight) & HIGHEST) / Byte.SIZE;
            if (count == 0) {
                return at;
            }
            value = value * POWERS[count] + number(eight << (Long.SIZE - Byte.SIZE * count));
            at += count;
            if (count < Long.BYTES) {
                return at;
            }
        }
    }

    /** The number whose eight digits these are, the first in the lowest byte: they are joined by twos, fours, and all. */
    private static long number(long eight) {
        long twos = (eight * 10 + (eight >>> 8)) & 0x00ff_00ff_00ff_00ffL;
        long fours = ((twos * ((100L << 16) + 1)) >>> 16) & 0x0000_ffff_0000_ffffL;
        return (fours * ((10_000L << 32) + 1)) >>> 32;
    }
}
