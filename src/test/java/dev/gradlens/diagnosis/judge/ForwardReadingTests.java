package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Diagnoses;
import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.Finding.Named;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.ShownConventions;
import dev.gradlens.diagnosis.ShownConventions.Shown;
import dev.gradlens.diagnosis.ShownConventions.StatisticsAxis;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.diagnosis.student.Planted;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forward tensors show by which conventions they were computed; the gradients are held against those. */
class ForwardReadingTests {

    private static final Exercise DECLARED = Exercises.plain(1e-3);

    private static Diagnosis ofOneWho(Exercise keeps) {
        return Diagnoses.of(DECLARED, Diagnoses.everything(Student.of(keeps).tensors()));
    }

    private static Exercise outside() {
        return Exercises.normalized(DECLARED, norm -> Variant.placed(norm, Placement.OUTSIDE_SQRT));
    }

    private static Exercise unbiased() {
        return Exercises.normalized(DECLARED, norm -> Variant.estimated(norm, VarianceEstimator.UNBIASED));
    }

    private static Finding at(int layer, Step step, Diagnosis diagnosis) {
        return Diagnoses.at(new Site(layer, step), diagnosis);
    }

    @Test
    void showsTheDeclaredConventions() {
        Diagnosis diagnosis = ofOneWho(DECLARED);

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(diagnosis.conventions()).extracting(ShownConventions::layer).containsExactly(0, 1);
        assertThat(diagnosis.conventions()).allSatisfy(shown -> {
            assertThat(shown.axis().map(Shown::value)).contains(StatisticsAxis.BATCH);
            assertThat(shown.varianceEstimator().map(Shown::value)).contains(VarianceEstimator.BIASED);
            assertThat(shown.epsilonPlacement().map(Shown::value)).contains(Placement.INSIDE_SQRT);
        });
    }

    @Test
    void takesEpsilonOutsideForAConvention() {
        Diagnosis diagnosis = ofOneWho(outside());

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(diagnosis.conventions())
                .allSatisfy(shown ->
                        assertThat(shown.epsilonPlacement().map(Shown::value)).contains(Placement.OUTSIDE_SQRT));
        assertThat(at(0, Step.Z_NORM, diagnosis).mistakes())
                .extracting(Named::mistake)
                .containsExactly(Mistake.F02);
    }

    @Test
    void takesTheUnbiasedVarianceForAConvention() {
        Diagnosis diagnosis = ofOneWho(unbiased());

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(diagnosis.conventions())
                .allSatisfy(shown ->
                        assertThat(shown.varianceEstimator().map(Shown::value)).contains(VarianceEstimator.UNBIASED));
        assertThat(at(0, Step.SIGMA2, diagnosis).mistakes())
                .extracting(Named::mistake)
                .containsExactly(Mistake.F04);
    }

    @Test
    void namesTheConventionInTheOneLayerThatKeepsIt() {
        Diagnosis diagnosis = Diagnoses.of(
                DECLARED,
                Diagnoses.everything(Student.of(DECLARED)
                        .making(new Planted(1, Mistake.F02, 0))
                        .tensors()));

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(diagnosis.conventions())
                .extracting(shown -> shown.epsilonPlacement().map(Shown::value).orElseThrow())
                .containsExactly(Placement.INSIDE_SQRT, Placement.OUTSIDE_SQRT);
    }

    @Test
    void holdsTheGradientsAgainstTheConventionsThatForwardShows() {
        Map<Site, Values> sent = Diagnoses.everything(
                Student.of(outside()).making(new Planted(0, Mistake.Z09, 0)).tensors());

        Diagnosis diagnosis = Diagnoses.of(DECLARED, sent);

        assertThat(at(0, Step.D_SIGMA2, diagnosis).mistakes())
                .extracting(Named::mistake)
                .contains(Mistake.Z09);
        assertThat(at(1, Step.D_Z, diagnosis).verdict()).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void showsNothingWithoutForwardTensors() {
        Diagnosis diagnosis =
                Diagnoses.of(DECLARED, Diagnoses.gradients(Student.of(outside()).tensors()));

        assertThat(diagnosis.conventions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"F01, ALL", "F05, UNITS"})
    void showsOverWhatTheStatisticsWereTaken(Mistake mistake, StatisticsAxis axis) {
        Map<Site, Values> sent = Diagnoses.everything(
                Student.of(DECLARED).making(new Planted(0, mistake, 0)).tensors());

        Diagnosis diagnosis = Diagnoses.of(DECLARED, sent);

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(diagnosis.conventions().getFirst().axis().map(Shown::value)).contains(axis);
    }
}
