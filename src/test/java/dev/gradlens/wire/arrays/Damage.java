package dev.gradlens.wire.arrays;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages files: flips bits, cuts, splices, and puts extreme values where lengths and offsets may stand.
 *
 * @param random decides everything
 * @param files that are sound
 */
public record Damage(Random random, List<byte[]> files) {
    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        0x7fff,
        0xffff,
        0x7fff_ffffL,
        0x8000_0000L,
        0xffff_fffeL,
        0xffff_ffffL,
        1L << 32,
        1L << 40,
        1L << 62,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final String DIGITS = "0123456789,.[]{}()'\":<>|-eEO";

    /** A file that was damaged once to four times. */
    public byte[] next() {
        byte[] file = any().clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            file = damaged(file);
        }
        return file;
    }

    private byte[] any() {
        return files.get(random.nextInt(files.size()));
    }

    private byte[] damaged(byte[] file) {
        if (file.length < Long.BYTES) {
            return any().clone();
        }
        int at = random.nextInt(file.length);
        switch (random.nextInt(6)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 1 -> file[at] = (byte) DIGITS.charAt(random.nextInt(DIGITS.length()));
            case 2 -> putExtreme(file);
            case 3 -> file = Arrays.copyOf(file, at);
            case 4 -> file = spliced(file, at);
            default -> Arrays.fill(file, at, Math.min(file.length, at + random.nextInt(20)), (byte) random.nextInt());
        }
        return file;
    }

    private void putExtreme(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = random.nextInt(3) == 0 ? 0 : random.nextInt(file.length - Long.BYTES + 1);
        long extreme = EXTREMES[random.nextInt(EXTREMES.length)];
        switch (random.nextInt(3)) {
            case 0 -> bytes.putShort(at, (short) extreme);
            case 1 -> bytes.putInt(at, (int) extreme);
            default -> bytes.putLong(at, extreme);
        }
    }

    /** The beginning of one file with a part of another behind it. */
    private byte[] spliced(byte[] file, int at) {
        byte[] other = any();
        int from = random.nextInt(other.length);
        byte[] spliced = Arrays.copyOf(file, at + other.length - from);
        System.arraycopy(other, from, spliced, at, other.length - from);
        return spliced;
    }
}
