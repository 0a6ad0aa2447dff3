package dev.gradlens.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Finding.Named;
import dev.gradlens.diagnosis.judge.Exercises;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The question that this project began with: how does backward change when the forward pass of a layer is mu = np.sum(Z)/m,
 * sigma2 = np.sum((Z − mu)²)/m, Znorm = (Z − mu)/(√sigma2 + epsilon)? There is no axis in the sums, and the answer was "keep
 * the formulas as they were".
 */
class FoundingQuestionTests {

    private static final double EPSILON = 1e-2;
    private static final Rounding NINE_DIGITS = new Rounding.SignificantDigits(9);

    /** With an epsilon that stands outside of the root, as declared. */
    private static final Exercise EXERCISE = Exercises.normalized(Exercises.plain(EPSILON), norm -> {
        BatchNorm batch = (BatchNorm) norm;
        return new BatchNorm(new Epsilon(EPSILON, Placement.OUTSIDE_SQRT), batch.varianceEstimator(), batch.running());
    });

    /** The last layer of the question, by one sum and one product after the other, an example in each column. */
    private static Map<Site, Values> asked() {
        Setup setup = EXERCISE.setup();
        LayerParameters<Values> parameters = setup.parameters().getFirst();
        Values x = setup.batch().x().transposed(); // columns
        int m = x.columns();
        int n = parameters.gamma().columns();
        double[][] z = new double[n][m];
        double sum = 0;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < m; i++) {
                z[k][i] = parameters.b().at(0, k);
                for (int l = 0; l < x.rows(); l++) {
                    z[k][i] += parameters.w().at(k, l) * x.at(l, i);
                }
                sum += z[k][i];
            }
        }
        double mu = sum / m;
        double squares = Arrays.stream(z)
                .flatMapToDouble(Arrays::stream)
                .map(entry -> (entry - mu) * (entry - mu))
                .sum();
        double s = Math.sqrt(squares / m) + EPSILON;
        double[] zNorm = new double[m * n];
        double[] zTilda = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < n; k++) {
                zNorm[i * n + k] = (z[k][i] - mu) / s;
                zTilda[i * n + k] = parameters.gamma().at(0, k) * zNorm[i * n + k]
                        + parameters.beta().at(0, k);
            }
        }
        Map<Site, Values> sent = new TreeMap<>();
        sent.put(new Site(0, Step.MU), Values.filled(1, n, mu));
        sent.put(new Site(0, Step.SIGMA2), Values.filled(1, n, squares / m));
        sent.put(new Site(0, Step.Z_NORM), new Values(m, n, zNorm));
        sent.put(new Site(0, Step.Z_TILDA), new Values(m, n, zTilda));
        return Printed.as(NINE_DIGITS, sent);
    }

    @Test
    void hasSumsWithoutAnAxis() {
        Diagnosis diagnosis = Diagnoses.of(EXERCISE, asked());

        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.mistakes())
                        .extracting(Named::mistake)
                        .contains(Mistake.F01));
        assertThat(Diagnoses.at(new Site(0, Step.Z_TILDA), diagnosis).verdict()).isEqualTo(Verdict.CORRECT);
    }

    @Test
    void hasThemWhereOnlyTheNormalizedTensorIsSent() {
        Map<Site, Values> sent = Diagnoses.those(asked(), step -> step == Step.Z_NORM);

        Diagnosis diagnosis = Diagnoses.of(EXERCISE, sent);

        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
                .hasSize(1)
                .allSatisfy(finding -> assertThat(finding.mistakes())
                        .extracting(Named::mistake)
                        .contains(Mistake.F01));
    }
}
