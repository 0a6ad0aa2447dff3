package dev.gradlens.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.inspection.Resources.Cost;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four examples through one layer of three units behind two inputs: every count was made by hand. */
class ResourcesTests {

    private static final int EXAMPLES = 4;
    private static final Epsilon EPSILON = new Epsilon(0.1, Placement.INSIDE_SQRT);

    private static Normalization named(String name) {
        return switch (name) {
            case "batch" -> Normalizations.batchNorm();
            case "layer" -> new LayerNorm(EPSILON, VarianceEstimator.BIASED);
            default -> new RmsNorm(EPSILON);
        };
    }

    private static Resources resources(LayerSpec layer, Mode mode, BackwardRule rule) {
        Setup setup = RandomSetups.filled(new NetworkSpec(2, List.of(layer), new MeanSquaredError(), 0.1), EXAMPLES, 5);
        Setup inMode = new Setup(setup.spec(), setup.parameters(), setup.batch(), mode);
        return Inspections.of(inMode, rule, GradientScale.COST, Extra.RESOURCES)
                .layers()
                .getFirst()
                .resources()
                .orElseThrow();
    }

    private static Resources resources(LayerSpec layer) {
        return resources(layer, Mode.TRAINING, BackwardRule.EXACT);
    }

    private static LayerSpec dense(boolean bias, Normalization normalization) {
        return new DenseSpec(3, bias, normalization, new Tanh());
    }

    @Test
    void countsTheProducts() {
        Cost unbiased = resources(dense(false, null)).products().orElseThrow();
        Cost biased = resources(dense(true, null)).products().orElseThrow();

        assertThat(unbiased.operations()).isEqualTo(3 * 2 * (4 * 3 * 2));
        assertThat(biased.operations()).isEqualTo(3 * 2 * (4 * 3 * 2) + 2 * (4 * 3));
        long forward = 4 * 2 + 3 * 2 + 4 * 3; // Aprev, W, Z
        long backward = 4 * 2 + 3 * 2 + 4 * 3 + 3 * 2 + 4 * 2; // Aprev, W, dZ, dW, dAprev
        assertThat(unbiased.bytes()).isEqualTo(8 * (forward + backward));
        assertThat(biased.bytes()).isEqualTo(unbiased.bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "batch, TRAINING,  EXACT,                   19, 6",
        "batch, INFERENCE, EXACT,                    9, 6",
        "batch, TRAINING,  STATISTICS_AS_CONSTANTS, 12, 6",
        "batch, INFERENCE, STATISTICS_AS_CONSTANTS,  9, 6",
        "batch, TRAINING,  SKIP_NORMALIZATION,      10, 5",
        "layer, TRAINING,  EXACT,                   19, 6",
        "layer, INFERENCE, EXACT,                   19, 6",
        "rms,   TRAINING,  EXACT,                   14, 6",
        "rms,   TRAINING,  SKIP_NORMALIZATION,       8, 5"
    })
    void countsTheNormalization(String name, Mode mode, BackwardRule rule, long operations, long passes) {
        Cost cost =
                resources(dense(true, named(name)), mode, rule).normalization().orElseThrow();

        assertThat(cost.operations()).isEqualTo(operations * (4 * 3));
        assertThat(cost.bytes()).isEqualTo(8 * passes * (4 * 3));
    }

    @Test
    void takesTime() {
        Resources resources = resources(dense(true, named("layer")));

        assertThat(resources.products().orElseThrow().microseconds()).isPositive();
        assertThat(resources.normalization().orElseThrow().microseconds()).isPositive();
        assertThat(resources.share().orElseThrow().microseconds()).isBetween(0.0, 1.0);
    }

    @Test
    void shareTheWholeBetweenProductsAndNormalization() {
        Resources resources = new Resources(Optional.of(new Cost(30, 200, 6)), Optional.of(new Cost(10, 200, 2)));

        assertThat(resources.share()).contains(new Resources.Share(0.25, 0.5, 0.25));
    }

    @Test
    void areAllTheNormalizationsWhereThereAreNoProducts() {
        Resources resources = resources(new NormalizeSpec(named("batch"), new Tanh()));

        assertThat(resources.products()).isEmpty();
        assertThat(resources.share()).contains(new Resources.Share(1, 1, 1));
    }

    @Test
    void haveNoShareWhereNothingIsNormalized() {
        Resources resources = resources(dense(true, null));

        assertThat(resources.normalization()).isEmpty();
        assertThat(resources.share()).isEmpty();
    }

    @Test
    void areAbsentWhereNobodyAsked() {
        Setup setup = RandomSetups.normalizing(named("batch"), 3, 2, 1);

        assertThat(Inspections.of(setup, Extra.LAWS).layers().getFirst().resources())
                .isEmpty();
    }
}
