package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Diagnoses;
import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.tensor.Values;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Ztilda is exactly 0, relu has no derivative, and whatever lies between 0 and 1 will do. */
class KinkTests {

    /** The third example is the mean of every column, so that its Ztilda is 0. */
    private static final Values Z = new Values(5, 3, new double[] {
        -2, 1, 4,
        -1, 5, -3,
        0, 3, 0,
        1, 4, 2,
        2, 2, -3
    });

    private static final Values UPSTREAM =
            new Values(5, 3, new double[] {1, -2, 0.5, 0.25, 3, -1, 2, -1.5, 0.75, -0.5, 1, 2, 1.5, 0.5, -2});

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void takeEverySubgradient(double slope) {
        Exercise exercise = Exercises.alone(Z, UPSTREAM, new Relu());
        Map<Site, Values> right = Student.of(exercise).tensors();
        Values zTilda = right.get(new Site(0, Step.Z_TILDA));
        double[] dZTilda = right.get(new Site(0, Step.D_Z_TILDA)).rowMajor().clone();
        for (int j = 0; j < 3; j++) {
            assertThat(zTilda.at(2, j)).isZero();
            dZTilda[6 + j] = slope * UPSTREAM.at(2, j);
        }
        // What follows is what follows from this dZtilda, given from behind to a layer without an activation.
        Exercise linear = Exercises.alone(Z, new Values(5, 3, dZTilda), new Identity());

        Diagnosis diagnosis = Diagnoses.of(
                exercise, Diagnoses.those(Student.of(linear).tensors(), step -> !step.isForward() && step != Step.D_A));

        assertThat(diagnosis.findings())
                .allSatisfy(finding ->
                        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CORRECT));
    }
}
