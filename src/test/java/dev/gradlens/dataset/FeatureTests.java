package dev.gradlens.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.tensor.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTests {
    @Test
    void tellsWhatEachColumnIsLike() {
        Values x = new Values(4, 2, new double[] {2, 7, 4, 7, 4, 7, 6, 7});

        assertThat(Feature.of(List.of("a", "b"), x))
                .containsExactly(new Feature("a", 2, 6, 4, Math.sqrt(2)), new Feature("b", 7, 7, 7, 0));
    }

    @Test
    void losesNoDigitsFarFromZero() {
        Values x = new Values(2, 1, new double[] {1e9 + 1, 1e9 + 2});

        assertThat(Feature.of(List.of("a"), x).getFirst().std()).isEqualTo(0.5);
    }

    @Test
    void staysWithinTheRangeOfDoubles() {
        Values x = new Values(3, 1, new double[] {1e308, 1.7e308, -1.7e308});

        Feature feature = Feature.of(List.of("a"), x).getFirst();
        assertThat(feature.mean()).isCloseTo(1e308 / 3, within(1e294));
        assertThat(feature.std()).isBetween(1.4e308, 1.5e308);
    }
}
