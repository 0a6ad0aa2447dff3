package dev.gradlens.wire.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the platform's own texts, which the class has to give without making a string. */
@SuppressWarnings("FloatingPointLiteralPrecision") // halfway cases are written as they are meant, not as they are held
class NumberTextTests {
    private static final int BEFORE = 5;

    private final byte[] target = new byte[BEFORE + NumberText.ROOM];

    private String text(double number) {
        return textTo(NumberText.put(number, target, BEFORE));
    }

    private String text(float number) {
        return textTo(NumberText.put(number, target, BEFORE));
    }

    private String textTo(int end) {
        assertThat(target[end]).isEqualTo((byte) ',');
        return new String(target, BEFORE, end - BEFORE, StandardCharsets.ISO_8859_1);
    }

    private void writesAsThePlatformDoes(double number) {
        assertThat(text(number)).isEqualTo(Double.toString(number));
        assertThat(text(-number)).isEqualTo(Double.toString(-number));
    }

    private void writesAsThePlatformDoes(float number) {
        assertThat(text(number)).isEqualTo(Float.toString(number));
        assertThat(text(-number)).isEqualTo(Float.toString(-number));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                1,
                0.1,
                100,
                123_456.789,
                9_999_999.999999998,
                1e7,
                1e-3,
                0.0009999999999999998,
                2e-323,
                2e23,
                9.5e-323,
                9_007_199_254_740_991.0,
                9_007_199_254_740_993.0,
                1.7976931348623155e308,
                Double.MIN_VALUE,
                2 * Double.MIN_VALUE,
                3 * Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NaN
            })
    void writesSpecialDoubles(double number) {
        writesAsThePlatformDoes(number);
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                0,
                1,
                0.1f,
                16_777_216,
                9_999_999,
                1e7f,
                1e-3f,
                0.00099999994f,
                8.41e21f,
                2e-44f,
                3.3554434e7f,
                Float.MIN_VALUE,
                7 * Float.MIN_VALUE,
                8 * Float.MIN_VALUE,
                Float.MIN_NORMAL,
                Float.MAX_VALUE,
                Float.POSITIVE_INFINITY,
                Float.NaN
            })
    void writesSpecialFloats(float number) {
        writesAsThePlatformDoes(number);
    }

    @Test
    void writesEveryPowerOfTwoAndItsNeighbours() {
        for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
            double power = Math.scalb(1.0, exponent);
            writesAsThePlatformDoes(power);
            writesAsThePlatformDoes(Math.nextUp(power));
            writesAsThePlatformDoes(Math.nextDown(power));
            writesAsThePlatformDoes((float) power);
            writesAsThePlatformDoes(Math.nextUp((float) power));
            writesAsThePlatformDoes(Math.nextDown((float) power));
        }
    }

    @Test
    void writesEveryPowerOfTenAndItsNeighbours() {
        for (int exponent = -324; exponent <= 308; exponent++) {
            double power = Double.parseDouble("1e" + exponent);
            writesAsThePlatformDoes(power);
            writesAsThePlatformDoes(Math.nextUp(power));
            writesAsThePlatformDoes(Math.nextDown(power));
            writesAsThePlatformDoes((float) power);
            writesAsThePlatformDoes(Math.nextUp((float) power));
            writesAsThePlatformDoes(Math.nextDown((float) power));
        }
    }

    @Test
    void writesTheLeastNumbers() {
        for (int times = 1; times <= 20_000; times++) {
            writesAsThePlatformDoes(times * Double.MIN_VALUE);
            writesAsThePlatformDoes(times * Float.MIN_VALUE);
        }
    }

    @Test
    void writesWholesHalvesAndDecimals() {
        for (int i = 1; i <= 20_000; i++) {
            writesAsThePlatformDoes((double) i * i * i);
            writesAsThePlatformDoes(i + 0.5);
            writesAsThePlatformDoes(i / 1000.0);
            writesAsThePlatformDoes(i + 0.5f);
            writesAsThePlatformDoes(i / 1000f);
        }
    }

    @Test
    void leavesWhatIsBefore() {
        NumberText.put(-1.5, target, BEFORE);

        assertThat(target).startsWith(0, 0, 0, 0, 0, '-', '1', '.', '5');
    }
}
