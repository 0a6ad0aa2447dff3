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
            long eight = eight(bytes, at);
            int count = count(eight);
            if (count == 0) {
                return at;
            }
            value = value * power(count) + number(eight, count);
            at += count;
            if (count < Long.BYTES) {
                return at;
            }
        }
    }

    /** Eight bytes from a place on, of which those that are digits are turned into numbers. */
    static long eight(byte[] bytes, int at) {
        return (long) EIGHT.get(bytes, at) ^ ZEROS;
    }

    /** How many of eight bytes are digits before the first that is none. */
    static int count(long eight) {
        return Long.numberOfTrailingZeros(((eight + FROM_TEN_ON) | eight) & HIGHEST) >>> 3;
    }

    /** 10ⁿ, for no more than eight digits. */
    static long power(int n) {
        return POWERS[n];
    }

    /** The number that the first digits are, so many, at least one: they are joined by twos, fours, and all. */
    static long number(long eight, int count) {
        long digits = eight << (Long.SIZE - Byte.SIZE * count);
        long twos = (digits * 10 + (digits >>> 8)) & 0x00ff_00ff_00ff_00ffL;
        long fours = ((twos * ((100L << 16) + 1)) >>> 16) & 0x0000_ffff_0000_ffffL;
        return (fours * ((10_000L << 32) + 1)) >>> 32;
    }
}
