package dev.gradlens.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Finding.Combination;
import dev.gradlens.diagnosis.Finding.Suspect;
import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.diagnosis.student.Planted;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.diagnosis.student.Readings;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.tensor.Values;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever makes two mistakes is told both. */
class TwoMistakesLawsTests {

    private static final Rounding NINE_DIGITS = new Rounding.SignificantDigits(9);

    /** Pairs for each exercise. */
    private static final int PAIRS = 20;

    private static final int SEEDS = 3 * Family.SEEDS;

    /** Rounding by another name, and a constant, which any other mistake may be multiplied by. */
    private static final Set<Mistake> LEFT_OUT = EnumSet.of(Mistake.Z54, Mistake.W06);

    private record Two(Exercise exercise, Planted first, Planted second) {
        Map<Site, Values> sent() {
            Student student = Student.of(exercise).making(first).making(second);
            return Diagnoses.gradients(Printed.as(NINE_DIGITS, student.tensors()));
        }

        Map<Site, Values> sentWithout(Planted other) {
            return Diagnoses.gradients(
                    Printed.as(NINE_DIGITS, Student.of(exercise).making(other).tensors()));
        }

        /** Whether each makes a difference beside the other. */
        boolean areVisible() {
            Map<Site, Values> sent = sent();
            return Effect.isVisible(sent, sentWithout(first), NINE_DIGITS)
                    && Effect.isVisible(sent, sentWithout(second), NINE_DIGITS);
        }
    }

    @Test
    void inTwoLayersAreBothNamed() {
        Tally named = new Tally();

        for (long seed = 0; seed < SEEDS; seed++) {
            Exercise exercise = Family.BATCH.exercise(seed);
            int layers = exercise.setup().spec().layers().size();
            Predicate<Planted> inFirst = planted -> planted.layer() == 0;
            Predicate<Planted> inLast = planted -> planted.layer() == layers - 1;
            if (layers > 1) {
                count(exercise, seed, inFirst, inLast, named);
            }
        }

        assertThat(named.rate()).as("both named in %s", named).isGreaterThanOrEqualTo(0.96);
    }

    @ParameterizedTest
    @CsvSource({"D_Z, D_Z", "D_Z, D_GAMMA", "D_Z_TILDA, D_Z"})
    void inOneLayerAreBothNamed(Step first, Step second) {
        Tally named = new Tally();

        for (long seed = 0; seed < SEEDS; seed++) {
            Exercise exercise = Family.BATCH.exercise(seed);
            Predicate<Planted> inFirst =
                    planted -> planted.layer() == 0 && planted.mistake().step() == first;
            Predicate<Planted> inSecond =
                    planted -> planted.layer() == 0 && planted.mistake().step() == second;
            count(exercise, seed, inFirst, inSecond, named);
        }

        assertThat(named.rate()).as("both named in %s", named).isGreaterThanOrEqualTo(0.96);
    }

    private static void count(
            Exercise exercise, long seed, Predicate<Planted> first, Predicate<Planted> second, Tally named) {
        AnswerKey key = Diagnoses.key(exercise);
        Random random = new Random(seed);
        List<Planted> some = Readings.everywhere(exercise)
                .filter(planted -> !LEFT_OUT.contains(planted.mistake()))
                .filter(planted -> !planted.mistake().step().isForward())
                .toList();
        List<Planted> firsts = some.stream().filter(first).toList();
        List<Planted> seconds = some.stream().filter(second).toList();
        for (int pair = 0; pair < PAIRS && !firsts.isEmpty() && !seconds.isEmpty(); pair++) {
            Two two = new Two(exercise, oneOf(firsts, random), oneOf(seconds, random));
            if (two.first().mistake() != two.second().mistake() && two.areVisible()) {
                Diagnosis diagnosis = Diagnoses.of(key, two.sent());
                named.add(isTold(diagnosis, two), "batch " + seed + ": " + inWords(two, diagnosis));
            }
        }
    }

    private static Planted oneOf(List<Planted> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /** Both by themselves, both as a pair, or one that gives the same numbers. */
    private static boolean isTold(Diagnosis diagnosis, Two two) {
        boolean both = isNamed(diagnosis, two.first()) && isNamed(diagnosis, two.second());
        return both || isCombination(diagnosis, two) || isOneForBoth(diagnosis, two);
    }

    private static boolean isNamed(Diagnosis diagnosis, Planted planted) {
        return new Outcome(planted, diagnosis).isNamed();
    }

    private static boolean isCombination(Diagnosis diagnosis, Two two) {
        return diagnosis.findings().stream()
                .flatMap(finding -> finding.combinations().stream())
                .map(Combination::mistakes)
                .anyMatch(mistakes -> has(mistakes, two.first()) && has(mistakes, two.second()));
    }

    private static boolean has(List<Suspect> mistakes, Planted planted) {
        return mistakes.stream().map(Suspect::mistake).anyMatch(planted.mistake()::equals);
    }

    /** What is told gives every tensor that was sent: one mistake, or two others. */
    private static boolean isOneForBoth(Diagnosis diagnosis, Two two) {
        Alike alike = new Alike(two.exercise(), two.sent(), NINE_DIGITS);
        List<Finding> wrong = diagnosis.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.WRONG)
                .toList();
        return !wrong.isEmpty() && wrong.stream().allMatch(finding -> isExplained(finding, alike));
    }

    private static boolean isExplained(Finding finding, Alike alike) {
        Stream<Suspect> named =
                finding.mistakes().stream().map(mistake -> new Suspect(mistake.mistake(), finding.site()));
        return named.anyMatch(suspect -> alike.gives(suspect, finding.site()))
                || finding.combinations().stream().anyMatch(pair -> alike.gives(pair.mistakes(), finding.site()));
    }

    private static String inWords(Two two, Diagnosis diagnosis) {
        return two.first() + " and " + new Outcome(two.second(), diagnosis).inWords();
    }
}
