package dev.gradlens.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Finding.Combination;
import dev.gradlens.diagnosis.Finding.Named;
import dev.gradlens.diagnosis.Finding.Suspect;
import dev.gradlens.diagnosis.judge.Exercises;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Wrong gradients that people published, put together again from how the mistake was described. */
class PublishedMistakesTests {

    private static final double EPSILON = 1e-3;
    private static final Exercise EXERCISE = Exercises.plain(EPSILON);
    private static final Site D_Z = new Site(0, Step.D_Z);
    private static final Site D_W = new Site(0, Step.D_W);
    private static final Site D_GAMMA = new Site(0, Step.D_GAMMA);
    private static final Rounding NINE_DIGITS = new Rounding.SignificantDigits(9);

    private static final Map<Site, Values> RIGHT = Student.of(EXERCISE).tensors();
    private static final ThreePaths PATHS = ThreePaths.of(EXERCISE);
    private static final int M = PATHS.examples();

    /** An entry of dZ: example i, feature j. */
    private interface Entry {
        double at(int i, int j);
    }

    private static Values filled(Entry entry) {
        Values like = RIGHT.get(D_Z);
        double[] entries = new double[like.size()];
        for (int i = 0; i < like.rows(); i++) {
            for (int j = 0; j < like.columns(); j++) {
                entries[i * like.columns() + j] = entry.at(i, j);
            }
        }
        return new Values(like.rows(), like.columns(), entries);
    }

    private static double d(int i, int j) {
        return PATHS.d()[j][i];
    }

    private static double m(int i, int j) {
        return PATHS.m()[j][i];
    }

    private static double v(int i, int j) {
        return PATHS.v()[j][i];
    }

    private static double s(int j) {
        return PATHS.s()[j];
    }

    private static double xHat(int i, int j) {
        return RIGHT.get(new Site(0, Step.Z_NORM)).at(i, j);
    }

    /** The first layer's gradients with this dZ, and what was computed from it. */
    private static Diagnosis diagnosed(Exercise exercise, Entry dZ) {
        Values wrong = filled(dZ);
        Map<Site, Values> sent =
                new TreeMap<>(Diagnoses.ofParameters(Student.of(exercise).tensors()));
        sent.put(D_Z, wrong);
        sent.put(D_W, product(wrong, exercise.setup().batch().x()));
        sent.remove(new Site(0, Step.D_B));
        return Diagnoses.of(exercise, Printed.as(NINE_DIGITS, sent));
    }

    /** dZᵀ·X. */
    private static Values product(Values dZ, Values x) {
        double[] entries = new double[dZ.columns() * x.columns()];
        for (int i = 0; i < dZ.rows(); i++) {
            for (int j = 0; j < dZ.columns(); j++) {
                for (int k = 0; k < x.columns(); k++) {
                    entries[j * x.columns() + k] += dZ.at(i, j) * x.at(i, k);
                }
            }
        }
        return new Values(dZ.columns(), x.columns(), entries);
    }

    private static void assertIsNamedAtDZAlone(Diagnosis diagnosis, Mistake mistake) {
        Finding dZ = Diagnoses.at(D_Z, diagnosis);
        assertThat(dZ.mistakes()).extracting(Named::mistake).first().isEqualTo(mistake);
        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
                .containsExactly(dZ);
        assertThat(Diagnoses.at(D_W, diagnosis).followsFrom()).containsExactly(D_Z);
    }

    /** mlpack, pull request 1327: the sign of the path through the variance. */
    @Test
    void nameTheSignInMlpack() {
        assertIsNamedAtDZAlone(diagnosed(EXERCISE, (i, j) -> d(i, j) - m(i, j) + v(i, j)), Mistake.Z09);
    }

    /** The same: the sum through the mean not divided by m. */
    @Test
    void nameTheSumThroughTheMeanInMlpack() {
        assertIsNamedAtDZAlone(diagnosed(EXERCISE, (i, j) -> d(i, j) - M * m(i, j) - v(i, j)), Mistake.Z11);
    }

    /** Both, as they were shipped. */
    @Test
    void nameBothMistakesInMlpack() {
        Diagnosis diagnosis = diagnosed(EXERCISE, (i, j) -> d(i, j) - M * m(i, j) + v(i, j));

        assertThat(Diagnoses.at(D_Z, diagnosis).combinations())
                .extracting(Combination::mistakes)
                .anySatisfy(pair -> assertThat(pair)
                        .extracting(Suspect::mistake)
                        .containsExactlyInAnyOrder(Mistake.Z09, Mistake.Z11));
    }

    /** CrypTen, pull request 143: as if the statistics were constants. */
    @Test
    void nameTheConstantStatisticsInCrypTen() {
        assertIsNamedAtDZAlone(diagnosed(EXERCISE, PublishedMistakesTests::d), Mistake.Z03);
    }

    /** Knet.jl, issue 288: gamma is not in dx. */
    @Test
    void nameTheMissingGammaInKnet() {
        assertIsNamedAtDZAlone(
                diagnosed(EXERCISE, (i, j) -> (d(i, j) - m(i, j) - v(i, j)) / PATHS.gamma()[j]), Mistake.Z18);
    }

    /** MatConvNet, issue 1174: in training, by the moments kept for inference. */
    @Test
    void nameTheRunningStatisticsInMatConvNet() {
        double[] variance =
                EXERCISE.setup().parameters().getFirst().runningVariance().rowMajor();

        assertIsNamedAtDZAlone(
                diagnosed(EXERCISE, (i, j) -> d(i, j) * s(j) / Math.sqrt(variance[j] + EPSILON)), Mistake.Z41);
    }

    /** The same: at inference, by the formula of training, with the moments given. */
    @Test
    void nameTheFormulaOfTheBatchAtFixedStatisticsInMatConvNet() {
        Setup setup = EXERCISE.setup();
        Exercise fixed =
                new Exercise(new Setup(setup.spec(), setup.parameters(), setup.batch(), Mode.INFERENCE), false);
        Values g = Student.of(fixed).tensors().get(new Site(0, Step.D_Z_NORM));
        Values normalized = Student.of(fixed).tensors().get(new Site(0, Step.Z_NORM));
        double[] variance = setup.parameters().getFirst().runningVariance().rowMajor();

        Diagnosis diagnosis = diagnosed(fixed, (i, j) -> {
            double mean = 0;
            double along = 0;
            for (int k = 0; k < M; k++) {
                mean += g.at(k, j) / M;
                along += g.at(k, j) * normalized.at(k, j) / M;
            }
            return (g.at(i, j) - mean - normalized.at(i, j) * along) / Math.sqrt(variance[j] + EPSILON);
        });

        assertIsNamedAtDZAlone(diagnosis, Mistake.Z52);
    }

    /** MXNet, issue 1053: the term of dmu that leads through sigma2 without its factor Z − mu. */
    @Test
    void nameTheExtraTermInMxNet() {
        assertIsNamedAtDZAlone(
                diagnosed(EXERCISE, (i, j) -> d(i, j) - m(i, j) - v(i, j) + 2 * dSigma2(j) / M / M), Mistake.Z50);
    }

    /** From −V = dsigma2·2/m·(Z − mu). */
    private static double dSigma2(int j) {
        return -v(0, j) * M / 2 / (xHat(0, j) * s(j));
    }

    /** FlagGems, issue 5222: the inverse of s taken for the variance, and inverted once more. */
    @Test
    void nameTheInverseTakenForTheVarianceInFlagGems() {
        assertIsNamedAtDZAlone(
                diagnosed(EXERCISE, (i, j) -> (d(i, j) - m(i, j) - v(i, j)) * s(j) / Math.sqrt(1 / s(j) + EPSILON)),
                Mistake.Z51);
    }

    /** ND4J's batchnorm_bp: 1/m and epsilon in single precision within a computation in double precision. */
    @Test
    void nameTheSinglePrecisionInNd4j() {
        double inverse = 1f / M;
        double shift = (float) EPSILON - EPSILON;
        Map<Site, Values> sent = new TreeMap<>();
        sent.put(D_Z, filled((i, j) -> {
            double ratio = s(j) / Math.sqrt(s(j) * s(j) + shift);
            return ratio * (d(i, j) - inverse * M * (m(i, j) + ratio * ratio * v(i, j)));
        }));

        Diagnosis diagnosis = Diagnoses.of(EXERCISE, sent);

        assertThat(Diagnoses.at(D_Z, diagnosis).mistakes())
                .extracting(Named::mistake)
                .containsExactly(Mistake.Z54);
    }

    /** Deeplearning4j, issue 8623: the gradient of gamma is all zeros. */
    @Test
    void nameTheZerosForGammaInDeeplearning4j() {
        Map<Site, Values> sent = new TreeMap<>(Diagnoses.ofParameters(RIGHT));
        sent.put(D_GAMMA, RIGHT.get(D_GAMMA).times(0));

        Diagnosis diagnosis = Diagnoses.of(EXERCISE, Printed.as(NINE_DIGITS, sent));

        assertThat(Diagnoses.at(D_GAMMA, diagnosis).mistakes())
                .extracting(Named::mistake)
                .containsExactly(Mistake.G19);
    }

    /** A thread in r/cs231n, hx87z3: np.sum without an axis in the path through the mean. */
    @Test
    void nameTheSumWithoutAnAxisInTheThreadAboutCs231n() {
        double total = 0;
        for (int j = 0; j < PATHS.s().length; j++) {
            total += m(0, j);
        }
        double sum = total;

        assertIsNamedAtDZAlone(diagnosed(EXERCISE, (i, j) -> d(i, j) - sum - v(i, j)), Mistake.Z36);
    }
}
