package dev.gradlens.diagnosis.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.tensor.Values;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintedTests {

    private static double[] printed(Rounding rounding, double... numbers) {
        return Printed.as(rounding, Map.of(Site.D_X, Values.row(numbers)))
                .get(Site.D_X)
                .rowMajor();
    }

    @Test
    void keepsSignificantDigits() {
        double[] printed = printed(new Rounding.SignificantDigits(3), 0.00123456, -98765.4, 0, 0.99951);

        assertThat(printed).containsExactly(0.00123, -98800, 0, 1);
    }

    @Test
    void keepsDecimals() {
        double[] printed = printed(new Rounding.Decimals(4), 0.00123456, -98765.43214);

        assertThat(printed).containsExactly(0.0012, -98765.4321);
    }

    @Test
    void widensSinglePrecision() {
        assertThat(printed(new Rounding.Single(), 0.1)).containsExactly(0.1f);
    }

    @Test
    void leavesEveryDigit() {
        assertThat(printed(new Rounding.None(), Math.PI)).containsExactly(Math.PI);
    }

    @Test
    void leavesWhatIsNotFinite() {
        double[] printed = printed(new Rounding.Decimals(2), Double.NaN, Double.NEGATIVE_INFINITY);

        assertThat(printed).containsExactly(Double.NaN, Double.NEGATIVE_INFINITY);
    }
}
