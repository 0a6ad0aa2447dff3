package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.diagnosis.Diagnoses;
import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.Finding.Named;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.diagnosis.student.RandomExercises;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants, transposes and a bias that should stay as it is. */
class SpecialTests {

    private static final Exercise EXERCISE = Exercises.plain(1e-3);
    private static final Site D_W = new Site(0, Step.D_W);
    private static final Site D_B = new Site(0, Step.D_B);

    private static Map<Site, Values> right(Exercise exercise) {
        return Diagnoses.gradients(Student.of(exercise).tensors());
    }

    private static Diagnosis with(Exercise exercise, Site site, Values wrong) {
        Map<Site, Values> sent = new TreeMap<>(right(exercise));
        sent.put(site, wrong);
        return Diagnoses.of(exercise, sent);
    }

    private static void assertIsTheOnlyOneWrong(Diagnosis diagnosis, Site site, Mistake mistake) {
        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
                .extracting(Finding::site)
                .containsExactly(site);
        assertThat(Diagnoses.at(site, diagnosis).mistakes())
                .extracting(Named::mistake)
                .contains(mistake);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 10, -1, 0.1, 0.25, 1 / 7.0, 0.37, -12.5})
    void nameTheConstantThatDWIsMultipliedBy(double constant) {
        Diagnosis diagnosis = with(EXERCISE, D_W, right(EXERCISE).get(D_W).times(constant));

        assertIsTheOnlyOneWrong(diagnosis, D_W, Mistake.W06);
        String detail =
                Diagnoses.at(D_W, diagnosis).mistakes().getFirst().detail().orElseThrow();
        double told = Double.parseDouble(detail.replace("times ", ""));
        assertThat(told).isCloseTo(constant, within(1e-6 * Math.abs(constant)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, -1, 0.5})
    void nameTheConstantThatDBIsMultipliedBy(double constant) {
        Setup setup = EXERCISE.setup();
        Exercise fixed = new Exercise(
                new Setup(setup.spec(), setup.parameters(), setup.batch(), Mode.INFERENCE),
                EXERCISE.meanInParameters());

        Diagnosis diagnosis = with(fixed, D_B, right(fixed).get(D_B).times(constant));

        assertIsTheOnlyOneWrong(diagnosis, D_B, Mistake.W06);
    }

    static Stream<Arguments> matrices() {
        return LongStream.range(0, 6).boxed().flatMap(seed -> {
            Exercise exercise = RandomExercises.batchNorm(seed);
            return right(exercise).entrySet().stream()
                    .filter(tensor -> tensor.getKey().step().isMatrix())
                    .map(tensor -> Arguments.of(seed, tensor.getKey()));
        });
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void nameATranspose(long seed, Site site) {
        Exercise exercise = RandomExercises.batchNorm(seed);

        Diagnosis diagnosis = with(exercise, site, right(exercise).get(site).transposed());

        assertIsTheOnlyOneWrong(diagnosis, site, Mistake.W07);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nameABiasGradientThatIsNotZeroBeforeBatchNormalization(long seed) {
        double[] any = new Random(seed).doubles(5, -1, 1).toArray();

        Diagnosis diagnosis = with(EXERCISE, D_B, Values.row(any));

        assertIsTheOnlyOneWrong(diagnosis, D_B, Mistake.W08);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void leaveOpenWhyNumbersAreNotFinite(double entry) {
        for (Site site : List.of(D_W, D_B, new Site(0, Step.D_Z), new Site(1, Step.D_GAMMA), Site.D_X)) {
            Values broken = right(EXERCISE).get(site).times(1);
            double[] entries = broken.rowMajor().clone();
            entries[1] = entry;

            Diagnosis diagnosis = with(EXERCISE, site, new Values(broken.rows(), broken.columns(), entries));

            Finding finding = Diagnoses.at(site, diagnosis);
            assertThat(finding.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(finding.residual())
                    .satisfiesAnyOf(
                            residual -> assertThat(residual).isNaN(),
                            residual -> assertThat(residual).isInfinite());
            assertThat(finding.reason())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("1 of", "not finite"));
            assertThat(finding.worst().getFirst().yours()).isEqualTo(Double.valueOf(entry));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void judgeSubmissionsOfNothingFinite(double entry) {
        Map<Site, Values> sent = new TreeMap<>();
        right(EXERCISE)
                .forEach((site, values) -> sent.put(site, Values.filled(values.rows(), values.columns(), entry)));

        Diagnosis diagnosis = Diagnoses.of(EXERCISE, sent);

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(diagnosis.findings()).hasSameSizeAs(sent.keySet());
    }
}
