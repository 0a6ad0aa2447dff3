package dev.gradlens.diagnosis.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Values;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** With a mistake, a student computes something else, from where it is made. */
class PlantedTests {

    private static final int SEEDS = 25;
    private static final double ROUNDING = 1e-10;

    /** Nothing is lost where nothing cancels. */
    private static final Set<Mistake> INVISIBLE_HERE = EnumSet.of(Mistake.F07, Mistake.Z54);

    static Stream<Exercise> exercises() {
        return RandomExercises.ofEveryKind(SEEDS);
    }

    private static Student with(Exercise exercise, Planted planted) {
        return Student.of(exercise).making(planted);
    }

    private static double effect(Exercise exercise, Planted planted, Site site) {
        return Apart.relative(
                site, with(exercise, planted).tensors(), Student.of(exercise).tensors());
    }

    /** Where the line of a mistake is; its first wrong tensor need not be the one that it is listed under. */
    private static Set<Step> lines(Mistake mistake) {
        return switch (mistake) {
            case Z07, Z09, Z22, Z23, Z24, Z26, Z28, Z37 -> EnumSet.of(Step.D_SIGMA2);
            case Z25, Z30 -> EnumSet.of(Step.D_Z, Step.D_SIGMA2);
            case Z10, Z36, Z50 -> EnumSet.of(Step.D_MU);
            case Z18, Z19 -> EnumSet.of(Step.D_Z, Step.D_Z_NORM);
            case Z45 -> EnumSet.of(Step.D_Z, Step.D_GAMMA);
            case Z42, W10 -> EnumSet.of(Step.D_Z_TILDA, Step.D_Z);
            case W01, W07 -> EnumSet.of(Step.D_W, Step.D_A);
            case W03, W04, W06 -> EnumSet.of(Step.D_W, Step.D_B);
            case W09 -> EnumSet.of(Step.D_W, Step.D_GAMMA, Step.D_BETA);
            case L01, L02, L03, L04, L05 -> EnumSet.of(Step.D_A, Step.D_Z_TILDA, Step.D_Z);
            case F01 -> EnumSet.of(Step.MU, Step.SIGMA2);
            case F05 -> EnumSet.of(Step.MU, Step.SIGMA2, Step.Z_NORM);
            default -> EnumSet.of(mistake.step());
        };
    }

    @ParameterizedTest
    @EnumSource
    void canBeMadeSomewhere(Mistake mistake) {
        assertThat(exercises().flatMap(Readings::everywhere).map(Planted::mistake))
                .contains(mistake);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void isWrongFromWhereItIsMadeInEveryReading(Exercise exercise) {
        assertThat(Readings.everywhere(exercise)).allSatisfy(planted -> {
            Site first = with(exercise, planted).firstWrong().orElseThrow();

            assertThat(first.step()).isIn(lines(planted.mistake()));
            assertThat(first.layer()).isIn(planted.layer(), planted.layer() - 1);
        });
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void isMoreThanRounding(Exercise exercise) {
        Stream<Planted> visible =
                Readings.everywhere(exercise).filter(planted -> !INVISIBLE_HERE.contains(planted.mistake()));

        assertThat(visible).allSatisfy(planted -> {
            Site first = with(exercise, planted).firstWrong().orElseThrow();

            assertThat(isNothing(exercise, first) || effect(exercise, planted, first) > Apart.NOTHING)
                    .isTrue();
        });
    }

    /** As dbeta is where the activation happens to be linear and a mean is taken behind it. */
    private static boolean isNothing(Exercise exercise, Site site) {
        return Apart.isNothing(site, Student.of(exercise).tensors());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void goesOnFromTheWrongTensor(Exercise exercise) {
        Planted sign = new Planted(0, Mistake.Z47, 0);

        Map<Site, Values> right = Student.of(exercise).tensors();
        Map<Site, Values> wrong = with(exercise, sign).tensors();

        assertThat(wrong.get(Site.D_X))
                .usingRecursiveComparison()
                .isEqualTo(right.get(Site.D_X).times(-1));
    }

    @Test
    void makesTwoMistakesAtOnce() {
        Exercise exercise = RandomExercises.batchNorm(1);
        Student signs = with(exercise, new Planted(0, Mistake.Z09, 0)).making(new Planted(0, Mistake.Z10, 0));
        Map<Site, Values> right = Student.of(exercise).tensors();

        Map<Site, Values> wrong = signs.tensors();

        Site dZ = new Site(0, Step.D_Z);
        Values direct = with(exercise, new Planted(0, Mistake.Z03, 0)).tensors().get(dZ); // D, so D + M + V = 2·D − dZ
        Map<Site, Values> expected = Map.of(dZ, direct.times(2).plus(right.get(dZ), -1));
        assertThat(Apart.relative(dZ, wrong, expected)).isLessThan(ROUNDING);
    }
}
