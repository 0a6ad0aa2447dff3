package dev.gradlens.wire.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random numbers have the platform's texts. {@code -Dgradlens.numbers=100000000} writes so many of each kind instead of the
 * usual ones, and, from 2³² on, every float.
 */
class NumberTextLawsTests {
    private static final long COUNT = Long.getLong("gradlens.numbers", 1_000_000);

    private final byte[] target = new byte[NumberText.ROOM];

    private void writesAsThePlatformDoes(double number) {
        int end = NumberText.put(number, target, 0);
        expect(Double.toString(number), end);
    }

    private void writesAsThePlatformDoes(float number) {
        int end = NumberText.put(number, target, 0);
        expect(Float.toString(number), end);
    }

    private void expect(String text, int end) {
        byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
        if (!Arrays.equals(expected, 0, expected.length, target, 0, end)) {
            assertThat(new String(target, 0, end, StandardCharsets.ISO_8859_1)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void writesDoublesOfAnyBits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < COUNT; i++) {
            writesAsThePlatformDoes(Double.longBitsToDouble(random.nextLong()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 2)
    void writesFloatsOfAnyBits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < COUNT; i++) {
            writesAsThePlatformDoes(Float.intBitsToFloat(random.nextInt()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 3)
    void writesNormalVariates(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < COUNT / 4; i++) {
            double number = random.nextGaussian();
            writesAsThePlatformDoes(number);
            writesAsThePlatformDoes((float) number);
            writesAsThePlatformDoes((double) (float) number);
            writesAsThePlatformDoes(Math.rint(number * 1e6) / 1e6);
        }
    }

    @Test
    void writesEveryFloatWhereThatIsAskedFor() {
        long step = COUNT >= 1L << 32 ? 1 : (1L << 32) / Math.min(COUNT, 1_000_000);
        for (long bits = 0; bits < 1L << 32; bits += step) {
            writesAsThePlatformDoes(Float.intBitsToFloat((int) bits));
        }
    }
}
