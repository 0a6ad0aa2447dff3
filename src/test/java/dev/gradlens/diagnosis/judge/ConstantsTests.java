package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantsTests {

    private static final double NEAR = 1e-9;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-1, -1",
        "0.5, ½",
        "7, m",
        "-7, -m",
        "0.14285714285714285, 1/m",
        "1.1666666666666667, m/(m-1)",
        "0.8571428571428571, (m-1)/m",
        "6, m-1",
        "49, m²",
        "14, 2m",
        "3.5, m/2",
        "0.25, ¼"
    })
    void readsTheConstantsOfABackwardPass(double constant, String name) {
        assertThat(new Constants(7).reads(constant, NEAR)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "4, 4", "0.25, ¼", "0.5, ½"})
    void readsTheNumberAndNotMWhereTheyAreTheSame(double constant, String name) {
        assertThat(new Constants(2).reads(constant, NEAR)).isPresent();
        assertThat(new Constants(7).reads(constant, NEAR)).contains(name);
    }

    @Test
    void readsNothingIntoAnyOtherNumber() {
        assertThat(new Constants(7).reads(0.3456, NEAR)).isEmpty();
    }

    @Test
    void readsWhatIsWithinTheDistance() {
        assertThat(new Constants(7).reads(1.999, 0.01)).contains("2");
        assertThat(new Constants(7).reads(1.98, 0.01)).isEmpty();
        assertThat(new Constants(7).reads(-0.005, 0.01)).contains("0");
    }

    @Test
    void knowsTheValueOfEveryNameItReads() {
        Constants constants = new Constants(7);

        for (double number : new double[] {0, 1, -2, 7, 1 / 7.0, 7 / 6.0, 49, Math.sqrt(7), -1 / Math.sqrt(7)}) {
            String name = constants.reads(number, NEAR).orElseThrow();
            assertThat(constants.value(name)).isEqualTo(number);
        }
    }

    @Test
    void hasNoQuotientByZeroForASingleExample() {
        assertThat(new Constants(1).reads(Double.POSITIVE_INFINITY, NEAR)).isEmpty();
    }
}
