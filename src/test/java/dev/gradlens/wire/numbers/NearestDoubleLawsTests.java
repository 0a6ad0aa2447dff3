package dev.gradlens.wire.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimals are rounded as the platform rounds them. */
class NearestDoubleLawsTests {
    private static final int COUNT = Integer.getInteger("gradlens.decimals", 300_000);
    private static final BigDecimal GREATEST = new BigDecimal("18446744073709551615");

    private static void roundsAsThePlatformDoes(long digits, int power) {
        String text = Long.toUnsignedString(digits) + "e" + power;
        double nearest = NearestDouble.of(digits, power);
        if (nearest != Double.parseDouble(text)) {
            assertThat(nearest).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void roundsAnyDigitsWithAnyPower(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < COUNT; i++) {
            roundsAsThePlatformDoes(random.nextLong() >>> random.nextInt(64), random.nextInt(-360, 340));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 2)
    void roundsAnyDigitsWithSmallPowers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < COUNT; i++) {
            roundsAsThePlatformDoes(random.nextLong() >>> random.nextInt(64), random.nextInt(-30, 30));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 3)
    void roundsNumbersHalfwayBetweenTwoDoubles(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < COUNT; i++) {
            double number =
                    Math.scalb((double) (random.nextLong() >>> (11 + random.nextInt(40))), random.nextInt(-14, 62));
            BigDecimal half = new BigDecimal(number)
                    .add(new BigDecimal(Math.nextUp(number)))
                    .divide(BigDecimal.TWO)
                    .stripTrailingZeros();
            if (new BigDecimal(half.unscaledValue()).compareTo(GREATEST) <= 0) {
                roundsAsThePlatformDoes(half.unscaledValue().longValue(), -half.scale());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void roundsAmongTheLeastDoubles(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < COUNT; i++) {
            roundsAsThePlatformDoes(random.nextLong() >>> random.nextInt(64), random.nextInt(-345, -305));
        }
    }

    @Test
    void knowsTheEndsOfTheRange() {
        assertThat(NearestDouble.of(0, 400)).isZero();
        assertThat(NearestDouble.of(1, -400)).isZero();
        assertThat(NearestDouble.of(1, 309)).isInfinite();
        assertThat(NearestDouble.of(17976931348623157L, 292)).isEqualTo(Double.MAX_VALUE);
        assertThat(NearestDouble.of(17976931348623159L, 292)).isInfinite();
        assertThat(NearestDouble.of(24703282292062327L, -340)).isZero();
        assertThat(NearestDouble.of(24703282292062328L, -340)).isEqualTo(Double.MIN_VALUE);
    }
}
