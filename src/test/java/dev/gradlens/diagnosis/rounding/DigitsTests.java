package dev.gradlens.diagnosis.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTests {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "-1, 1, 0",
        "100, 1, 0",
        "101, 3, 0",
        "0.5, 1, 1",
        "0.050, 1, 2",
        "-12.34, 4, 2",
        "1.0203, 5, 4",
        "1.5e-7, 2, 8",
        "2.5e10, 2, 0",
        "1.25e20, 3, 0",
        "0.001234, 4, 6"
    })
    void countsThem(double x, int significant, int decimals) {
        Digits digits = Digits.of(x);

        assertThat(digits.significant()).isEqualTo(significant);
        assertThat(digits.decimals()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(floats = {0.1f, 1 / 3f, 123.456f, 1e-20f})
    void knowAFloat32InBothForms(float x) {
        assertThat(Digits.of(x).isSingle()).isTrue();
        assertThat(Digits.of(Double.parseDouble(Float.toString(x))).isPrintedSingle())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1 / 3.0, 0.1234567890123, Math.PI})
    void knowWhatIsNoFloat32(double x) {
        assertThat(Digits.of(x).isSingle()).isFalse();
        assertThat(Digits.of(x).isPrintedSingle()).isFalse();
    }
}
