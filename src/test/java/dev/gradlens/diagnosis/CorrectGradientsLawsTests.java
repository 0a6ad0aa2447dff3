package dev.gradlens.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.diagnosis.student.Style;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever computes right is told so, however the gradients were computed and printed. */
class CorrectGradientsLawsTests {

    private static final int SEEDS = 3 * Family.SEEDS;

    private static final List<Rounding> ROUNDINGS = List.of(
            new Rounding.None(),
            new Rounding.SignificantDigits(9),
            new Rounding.SignificantDigits(6),
            new Rounding.SignificantDigits(4),
            new Rounding.Single());

    static Stream<Arguments> families() {
        return Stream.of(Family.values())
                .flatMap(family -> ROUNDINGS.stream().map(rounding -> Arguments.of(family, rounding)));
    }

    @ParameterizedTest
    @MethodSource("families")
    void areCorrect(Family family, Rounding rounding) {
        Tally correct = new Tally();

        for (long seed = 0; seed < SEEDS; seed++) {
            Exercise exercise = family.exercise(seed);
            boolean mean = seed % 2 == 0;
            judge(new Exercise(exercise.setup(), mean), rounding, seed % 3 == 0, family + " " + seed, correct);
        }

        assertThat(correct.rate()).as("correct in %s", correct).isEqualTo(1);
    }

    private static void judge(Exercise exercise, Rounding rounding, boolean forward, String words, Tally correct) {
        AnswerKey key = Diagnoses.key(exercise);
        Map<Site, Values> right = Student.of(exercise).tensors();
        for (Style style : Style.values()) {
            Student student = Student.of(exercise).in(style);
            for (Student one : List.of(student, student.inSinglePrecision())) {
                Map<Site, Values> printed = Printed.as(rounding, one.tensors());
                Map<Site, Values> sent = forward ? Diagnoses.everything(printed) : Diagnoses.gradients(printed);
                for (Finding finding : Diagnoses.of(key, sent).findings()) {
                    correct.add(isCorrect(finding, right), words + " " + style + " " + one.single() + inWords(finding));
                }
            }
        }
    }

    /** Nothing can be said of what is 0 by structure, such as Σ dZtilda where a mean is taken behind it. */
    private static boolean isCorrect(Finding finding, Map<Site, Values> right) {
        return finding.verdict() == Verdict.CORRECT
                || (finding.verdict() == Verdict.UNDECIDED && Effect.isNothing(finding.site(), right));
    }

    private static String inWords(Finding finding) {
        return " " + finding.verdict() + " " + Outcome.inWords(finding);
    }
}
