package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantTests {

    private static final Epsilon EPSILON = new Epsilon(0.1, Placement.INSIDE_SQRT);
    private static final List<Normalization> EVERY_KIND =
            List.of(Exercises.batchNorm(0.1), new LayerNorm(EPSILON, VarianceEstimator.BIASED), new RmsNorm(EPSILON));

    @Test
    void leavesAnExerciseAsDeclared() {
        Exercise exercise = Exercises.plain(0.1);

        assertThat(Variant.of(exercise).applied(exercise)).isEqualTo(exercise);
    }

    @Test
    void changesOneLayerAlone() {
        Exercise exercise = Exercises.plain(0.1);
        Variant declared = Variant.of(exercise);

        Variant changed = declared.with(1, norm -> Variant.placed(norm, Placement.OUTSIDE_SQRT));

        assertThat(changed.layers().getFirst()).isEqualTo(declared.layers().getFirst());
        assertThat(changed.layers().getLast().epsilon()).isEqualTo(new Epsilon(0.1, Placement.OUTSIDE_SQRT));
    }

    @Test
    void movesEpsilonOfEveryKind() {
        assertThat(EVERY_KIND)
                .extracting(norm -> Variant.placed(norm, Placement.OUTSIDE_SQRT).epsilon())
                .containsOnly(new Epsilon(0.1, Placement.OUTSIDE_SQRT));
    }

    @Test
    void hasNoEstimatorForWhatIsNotCentred() {
        assertThat(EVERY_KIND)
                .extracting(norm -> Variant.estimator(Variant.estimated(norm, VarianceEstimator.UNBIASED)))
                .containsExactly(VarianceEstimator.UNBIASED, VarianceEstimator.UNBIASED, null);
    }

    @Test
    void knowsTheOtherOne() {
        assertThat(VarianceEstimator.BIASED.other()).isEqualTo(VarianceEstimator.UNBIASED);
        assertThat(VarianceEstimator.UNBIASED.other()).isEqualTo(VarianceEstimator.BIASED);
        assertThat(Placement.INSIDE_SQRT.other()).isEqualTo(Placement.OUTSIDE_SQRT);
        assertThat(Placement.OUTSIDE_SQRT.other()).isEqualTo(Placement.INSIDE_SQRT);
    }
}
