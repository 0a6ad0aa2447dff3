package dev.gradlens.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.diagnosis.student.Classifiers;
import dev.gradlens.diagnosis.student.NumPyPrint;
import dev.gradlens.diagnosis.student.Planted;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.diagnosis.student.Readings;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever pastes what a program has printed is judged as if nothing had been rounded, though no two tensors look the same. */
class PrintedGradientsLawsTests {

    private static final int SEEDS = 20 * Family.SEEDS;

    /** Beside the largest gradient of a layer; no print cuts as much. */
    private static final double VISIBLE = 1e-3;

    private static final int STRIDE = 5;

    /** Enough for every float32 that occurs. */
    private static final int ALL_PLACES = 60;

    enum Print {
        DOUBLES,
        DOUBLES_TO_SIX_PLACES,
        DOUBLES_TO_FOUR_PLACES,
        SOME_DOUBLES,
        SINGLES,
        SINGLES_TO_SIX_PLACES,
        SHORTEST_SINGLES,
        SINGLES_OF_SEVEN_DIGITS;

        Map<Site, Values> of(Student student) {
            Student printing = compareTo(SINGLES) < 0 ? student : student.inSinglePrecision();
            Map<Site, Values> printed = new TreeMap<>(printing.tensors());
            printed.replaceAll((site, tensor) -> isPrinted(site) ? of(tensor) : tensor);
            return printed;
        }

        /** Vectors alone, where matrices have all their digits. */
        private boolean isPrinted(Site site) {
            return this != SOME_DOUBLES || !site.step().isMatrix();
        }

        private Values of(Values tensor) {
            return switch (this) {
                case DOUBLES, SOME_DOUBLES -> new NumPyPrint(8, false).of(tensor);
                case DOUBLES_TO_SIX_PLACES -> new NumPyPrint(6, false).of(tensor);
                case DOUBLES_TO_FOUR_PLACES -> new NumPyPrint(4, false).of(tensor);
                case SINGLES -> new NumPyPrint(8, true).of(tensor);
                case SINGLES_TO_SIX_PLACES -> new NumPyPrint(6, true).of(tensor);
                case SHORTEST_SINGLES -> new NumPyPrint(ALL_PLACES, true).of(tensor);
                case SINGLES_OF_SEVEN_DIGITS -> Printed.as(new Rounding.SignificantDigits(7), tensor);
            };
        }
    }

    private static final List<Predicate<Step>> SENT = List.of(
            step -> !step.isForward(),
            step -> step == Step.D_Z || step == Step.D_GAMMA || step == Step.D_BETA,
            Step::isOfAParameter,
            step -> step != Step.SCALE);

    @ParameterizedTest
    @EnumSource
    void areCorrect(Print print) {
        Tally correct = new Tally();

        for (long seed = 0; seed < SEEDS; seed++) {
            Exercise exercise = Classifiers.random(seed);
            AnswerKey key = Diagnoses.key(exercise);
            Map<Site, Values> printed = print.of(Student.of(exercise));
            for (Predicate<Step> sent : SENT) {
                Diagnosis diagnosis = Diagnoses.of(key, Diagnoses.those(printed, sent));
                add(diagnosis, Student.of(exercise).tensors(), seed, correct);
            }
        }

        assertThat(correct.rate()).as("correct in %s", correct).isEqualTo(1);
    }

    private static void add(Diagnosis diagnosis, Map<Site, Values> right, long seed, Tally correct) {
        for (Finding finding : diagnosis.findings()) {
            boolean isCorrect = finding.verdict() == Verdict.CORRECT
                    || (finding.verdict() == Verdict.UNDECIDED && Effect.isNothing(finding.site(), right));
            correct.add(isCorrect, seed + " " + finding.verdict() + " " + Outcome.inWords(finding));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellTheMistake(Print print) {
        Tally named = new Tally();

        Family.seeds().forEach(seed -> judge(print, seed, named));

        assertThat(named.rate()).as("named in %s", named).isGreaterThanOrEqualTo(0.98);
    }

    private static void judge(Print print, long seed, Tally named) {
        Exercise exercise = Classifiers.random(100 + seed);
        AnswerKey key = Diagnoses.key(exercise);
        Map<Site, Values> right = Student.of(exercise).tensors();
        List<Planted> possible = Readings.backward(exercise);
        for (int i = (int) (seed % STRIDE); i < possible.size(); i += STRIDE) {
            Map<Site, Values> sent =
                    Diagnoses.gradients(print.of(Student.of(exercise).making(possible.get(i))));
            if (Effect.isVisible(sent, right, VISIBLE)) {
                Outcome outcome = new Outcome(possible.get(i), Diagnoses.of(key, sent));
                named.add(outcome.isNamed(), print + " " + (100 + seed) + ": " + outcome.inWords());
            }
        }
    }
}
