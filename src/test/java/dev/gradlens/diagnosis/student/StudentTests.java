package dev.gradlens.diagnosis.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Without a mistake, a student computes what the project computes. */
class StudentTests {

    private static final int SEEDS = 80;
    private static final double ROUNDING = 1e-10;
    /** 2⁻²⁴ times what a sum of a few terms of both signs loses at most here. */
    private static final double SINGLE_ROUNDING = 1e-2;

    static Stream<Exercise> exercises() {
        return RandomExercises.ofEveryKind(SEEDS);
    }

    private static void assertAgrees(Map<Site, Values> student, Map<Site, Values> project, double tolerance) {
        assertThat(student.keySet())
                .allSatisfy(site -> assertThat(Apart.relative(site, student, project))
                        .as(site.toString())
                        .isLessThan(tolerance));
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheProjectInEveryStyle(Style style) {
        assertThat(exercises()).allSatisfy(exercise -> {
            Map<Site, Values> project = ProjectTensors.of(exercise);

            Map<Site, Values> student = Student.of(exercise).in(style).tensors();

            assertAgrees(student, project, ROUNDING);
        });
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void writesDownWhatTheProjectAnswers(Exercise exercise) {
        Set<Site> project = ProjectTensors.of(exercise).keySet();

        Set<Site> student = Student.of(exercise).tensors().keySet();

        assertThat(student).isEqualTo(project);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void leavesOutThePathsWhereDZIsTakenAtOnce(Exercise exercise) {
        Set<Site> compact = Student.of(exercise).in(Style.COMPACT).tensors().keySet();

        assertThat(compact).extracting(Site::step).doesNotContain(Step.D_SIGMA2, Step.D_MU);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void computesInSinglePrecision(Exercise exercise) {
        Map<Site, Values> student = Student.of(exercise).inSinglePrecision().tensors();

        assertAgrees(student, ProjectTensors.of(exercise), SINGLE_ROUNDING);
        assertThat(student.values())
                .allSatisfy(values -> assertThat(values.rowMajor())
                        .containsExactly(values.rounded(Precision.FLOAT32).rowMajor()));
    }
}
