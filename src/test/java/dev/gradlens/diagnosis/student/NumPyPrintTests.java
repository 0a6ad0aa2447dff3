package dev.gradlens.diagnosis.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.tensor.Values;
import org.junit.jupiter.api.Test;

class NumPyPrintTests {

    private static double[] printed(int precision, boolean single, double... numbers) {
        return new NumPyPrint(precision, single).of(Values.row(numbers)).rowMajor();
    }

    @Test
    void cutsDecimals() {
        assertThat(printed(8, false, 1 / 3.0, -20 / 3.0, 0.5)).containsExactly(0.33333333, -6.66666667, 0.5);
    }

    @Test
    void cutsTheMantissasOfNumbersThatDifferMuch() {
        assertThat(printed(8, false, 1 / 3.0, 200 / 3000000.0, 0)).containsExactly(3.33333333e-1, 6.66666667e-5, 0);
        assertThat(printed(4, false, 2e8 / 3)).containsExactly(66666666.6667);
        assertThat(printed(4, false, 2e9 / 3)).containsExactly(6.6667e8);
    }

    @Test
    void showsTheFewestDigitsThatTellAFloat32() {
        assertThat(printed(8, true, 1 / 3.0f, 0.7025537f, 1e-3f)).containsExactly(0.33333334, 0.7025537, 0.001);
        assertThat(printed(8, true, 0.011192073f, -0.5f)).containsExactly(0.01119207, -0.5);
        assertThat(printed(8, true, 1e-5f / 3)).containsExactly(3.3333333e-6);
    }

    @Test
    void leavesWhatIsNotFinite() {
        assertThat(printed(2, false, Double.NaN, 1 / 3.0)).containsExactly(Double.NaN, 0.33);
    }
}
