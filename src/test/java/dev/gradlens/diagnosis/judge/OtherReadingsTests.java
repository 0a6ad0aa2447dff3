package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Diagnoses;
import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.OtherConventions;
import dev.gradlens.diagnosis.OtherConventions.ParameterMean;
import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.diagnosis.student.Planted;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.diagnosis.student.RandomExercises;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who keeps other conventions than the declared ones, and all of them right, is told which. */
class OtherReadingsTests {

    private static final Exercise DECLARED = Exercises.plain(1e-5);
    private static final Optional<Placement> OUTSIDE = Optional.of(Placement.OUTSIDE_SQRT);

    private static Diagnosis ofOneWho(Exercise keeps, Exercise declared) {
        Map<Site, Values> printed =
                Printed.as(new Rounding.SignificantDigits(9), Student.of(keeps).tensors());
        return Diagnoses.of(declared, Diagnoses.gradients(printed));
    }

    private static OtherConventions only(
            Optional<Placement> placement,
            Optional<Double> epsilon,
            Optional<VarianceEstimator> estimator,
            Optional<ParameterMean> scale) {
        return new OtherConventions(placement, epsilon, estimator, scale);
    }

    @Test
    void tellEpsilonOutsideOfTheRoot() {
        Exercise outside = Exercises.normalized(DECLARED, norm -> Variant.placed(norm, Placement.OUTSIDE_SQRT));

        Diagnosis diagnosis = ofOneWho(outside, DECLARED);

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(diagnosis.correctUnder())
                .first()
                .isEqualTo(only(OUTSIDE, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void tellTheUnbiasedVariance() {
        Exercise unbiased = Exercises.normalized(DECLARED, norm -> Variant.estimated(norm, VarianceEstimator.UNBIASED));

        assertThat(ofOneWho(unbiased, DECLARED).correctUnder())
                .containsExactly(only(
                        Optional.empty(), Optional.empty(), Optional.of(VarianceEstimator.UNBIASED), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4, 1e-8, 0})
    void tellAnotherEpsilon(double epsilon) {
        Exercise other = Exercises.normalized(
                DECLARED, norm -> Variant.withEpsilon(norm, new Epsilon(epsilon, Placement.INSIDE_SQRT)));

        assertThat(ofOneWho(other, DECLARED).correctUnder())
                .contains(only(Optional.empty(), Optional.of(epsilon), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void tellWhereTheMeanIsTaken(long seed) {
        Exercise declared = RandomExercises.batchNorm(seed);
        boolean other = !declared.meanInParameters();
        ParameterMean scale = other ? ParameterMean.MEAN_IN_PARAMETERS : ParameterMean.COST;

        Diagnosis diagnosis = ofOneWho(new Exercise(declared.setup(), other), declared);

        if (diagnosis.verdict() == Verdict.WRONG) { // a given gradient has no mean to be taken
            assertThat(diagnosis.correctUnder())
                    .first()
                    .isEqualTo(only(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(scale)));
        }
    }

    @Test
    void tellTwoConventionsAtOnce() {
        Exercise other = Exercises.normalized(
                Exercises.normalized(DECLARED, norm -> Variant.estimated(norm, VarianceEstimator.UNBIASED)),
                norm -> Variant.withEpsilon(norm, new Epsilon(1e-3, Placement.OUTSIDE_SQRT)));

        assertThat(ofOneWho(other, DECLARED).correctUnder())
                .containsExactly(
                        only(OUTSIDE, Optional.of(1e-3), Optional.of(VarianceEstimator.UNBIASED), Optional.empty()));
    }

    @Test
    void tellNothingOfWhoIsRight() {
        assertThat(ofOneWho(DECLARED, DECLARED).correctUnder()).isEmpty();
    }

    @Test
    void tellNothingOfAMistake() {
        Planted sign = new Planted(0, Mistake.Z09, 0);

        Diagnosis diagnosis = Diagnoses.of(
                DECLARED, Diagnoses.gradients(Student.of(DECLARED).making(sign).tensors()));

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(diagnosis.correctUnder()).isEmpty();
    }
}
