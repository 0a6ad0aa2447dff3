package dev.gradlens.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTests {
    private static final int COUNT = Integer.getInteger("gradlens.decimals", 100_000);
    private static final String BEFORE = "[";
    private static final String BEHIND = ",\0\0\0\0\0\0\0\0";

    private final PlainNumber number = new PlainNumber();

    private int read(String text) {
        byte[] bytes = (BEFORE + text + BEHIND).getBytes(StandardCharsets.UTF_8);
        int end = number.read(bytes, BEFORE.length());
        return end == PlainNumber.NONE ? PlainNumber.NONE : end - BEFORE.length();
    }

    private void readsAsThePlatformDoes(String text) {
        int end = read(text);
        if (end != text.length() || number.value() != Double.parseDouble(text)) {
            assertThat(end).as(text).isEqualTo(text.length());
            assertThat(number.value()).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "-7",
                "0.5",
                "-0.0",
                "-0e5",
                "10.25",
                "12345678",
                "123456789",
                "1234567812345678.5",
                "0.12345678",
                "0.123456781234567812345678",
                "1e5",
                "1E+5",
                "1.5e-5",
                "0e9999",
                "1e9999",
                "1e-9999",
                "0.000000000000000000000000000012345678901234567",
                "9007199254740993",
                "123456789012345678901234567890",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.4703282292062328e-324",
                "1.7976931348623157e308",
                "1.7976931348623159e308"
            })
    void readsWhatIsANumber(String text) {
        readsAsThePlatformDoes(text);
        assertThat(1 / number.value()).isEqualTo(1 / Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                ".5",
                "1.",
                "-.5",
                "01",
                "-01",
                "00",
                "1e",
                "1e+",
                "1.e5",
                "NaN",
                "Infinity",
                "x",
                "--1",
                "1e99999"
            })
    void leavesWhatIsNoneOrUnusual(String text) {
        assertThat(read(text)).isEqualTo(PlainNumber.NONE);
    }

    @Test
    void leavesNumbersOfThousandsOfDigits() {
        assertThat(read("0." + "1".repeat(2000))).isEqualTo(PlainNumber.NONE);
        assertThat(read("0." + "1".repeat(900))).isEqualTo(902);
        assertThat(number.value()).isEqualTo(1 / 9.0);
    }

    @Test
    void givesZeroThatIsAnIntegerNoSign() {
        assertThat(read("-0")).isEqualTo(2);
        assertThat(1 / number.value()).isPositive();
    }

    @Test
    void stopsBehindTheNumber() {
        assertThat(read("12]")).isEqualTo(2);
        assertThat(read("12x")).isEqualTo(2);
        assertThat(read("1.5.5")).isEqualTo(3);
        assertThat(read("1e5e")).isEqualTo(3);
        assertThat(read("1.5/")).isEqualTo(3);
        assertThat(read("1.5:")).isEqualTo(3);
        assertThat(read("1.5é")).isEqualTo(3);
    }

    @Test
    void knowsWhichIntegersAreNoDoubles() {
        read("9007199254740993");
        assertThat(number.isRounded()).isTrue();
        read("9007199254740992");
        assertThat(number.isRounded()).isFalse();
        read("123456789012345678e-5");
        assertThat(number.isRounded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void readsRandomNumbersOfManyKinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < COUNT; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double usual = random.nextGaussian();
            if (Double.isFinite(any)) {
                readsAsThePlatformDoes(Double.toString(any));
            }
            readsAsThePlatformDoes(Double.toString(usual));
            readsAsThePlatformDoes(Float.toString((float) usual));
            readsAsThePlatformDoes(
                    new BigDecimal(Math.rint(usual * 1e6)).movePointLeft(6).toPlainString());
            readsAsThePlatformDoes(random.nextInt(1000) + "." + random.nextLong(Long.MAX_VALUE) + random.nextInt(1000));
            readsAsThePlatformDoes("0." + "0".repeat(random.nextInt(30)) + random.nextLong(1, Long.MAX_VALUE));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 2)
    void readsNumbersHalfwayBetweenTwoDoublesAndBesideThem(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < COUNT / 20; i++) {
            double below = Math.scalb(random.nextDouble(), random.nextInt(-300, 300));
            BigDecimal half = new BigDecimal(below)
                    .add(new BigDecimal(Math.nextUp(below)))
                    .divide(BigDecimal.TWO);
            String digits = half.unscaledValue().toString();

            readsAsThePlatformDoes(digits + "e" + -half.scale());
            readsAsThePlatformDoes(digits + "0001e" + (-half.scale() - 4));
            readsAsThePlatformDoes(half.subtract(half.ulp()).unscaledValue() + "e" + -half.scale());
        }
    }
}
