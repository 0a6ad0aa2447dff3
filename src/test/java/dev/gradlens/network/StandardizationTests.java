package dev.gradlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.tensor.Values;
import org.junit.jupiter.api.Test;

class StandardizationTests {
    private static final Values X = new Values(4, 2, new double[] {2, 0.1, 4, 0.1, 4, 0.1, 6, 0.1});

    @Test
    void takesTheMeanAndTheDeviationOfAPopulation() {
        Standardization standardization = Standardization.of(X);

        assertThat(standardization.mean().at(0, 0)).isEqualTo(4);
        assertThat(standardization.std().at(0, 0)).isEqualTo(Math.sqrt(2), within(1e-15));
    }

    @Test
    void onlyCentresAFeatureThatNeverChanges() {
        Standardization standardization = Standardization.of(X);

        Values standardized = standardization.apply(new Values(1, 2, new double[] {5, 0.6}));

        assertThat(standardization.mean().at(0, 1)).isEqualTo(0.1);
        assertThat(standardization.std().at(0, 1)).isZero();
        assertThat(standardized.rowMajor()).containsExactly(1 / Math.sqrt(2), 0.5);
    }

    @Test
    void makesMeanZeroAndDeviationOne() {
        Values standardized = Standardization.of(X).apply(X);

        Standardization again = Standardization.of(standardized);
        assertThat(again.mean().rowMajor()).containsExactly(new double[] {0, 0}, within(1e-15));
        assertThat(again.std().rowMajor()).containsExactly(new double[] {1, 0}, within(1e-15));
    }

    @Test
    void refusesRowsOfDifferentLengths() {
        assertThatThrownBy(() -> new Standardization(Values.row(1, 2), Values.row(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1×2")
                .hasMessageContaining("1×1");
    }
}
