package dev.gradlens.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.diagnosis.student.Planted;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.diagnosis.student.Readings;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever sends what an optimizer takes is still told what is wrong with a dZ that was not sent. */
class OnlyParametersLawsTests {

    private static final Rounding NINE_DIGITS = new Rounding.SignificantDigits(9);
    private static final int STRIDE = 3;

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "MIXED", "INFERENCE"})
    void tellTheMistakeInDZ(Family family) {
        Tally named = new Tally();
        Tally blameless = new Tally();

        Family.seeds().forEach(seed -> judge(family, seed, named, blameless));

        assertThat(named.rate()).as("named in %s", named).isGreaterThanOrEqualTo(0.95);
        assertThat(blameless.rate()).as("blameless in %s", blameless).isGreaterThanOrEqualTo(0.95);
    }

    private static void judge(Family family, long seed, Tally named, Tally blameless) {
        Exercise exercise = family.exercise(seed);
        AnswerKey key = Diagnoses.key(exercise);
        Map<Site, Values> right = Student.of(exercise).tensors();
        List<Planted> possible = Readings.everywhere(exercise)
                .filter(planted -> planted.mistake().step() == Step.D_Z && planted.mistake() != Mistake.Z54)
                .toList();
        for (int i = (int) (seed % STRIDE); i < possible.size(); i += STRIDE) {
            Student student = Student.of(exercise).making(possible.get(i));
            Map<Site, Values> sent = Diagnoses.ofParameters(Printed.as(NINE_DIGITS, student.tensors()));
            if (Effect.isVisible(sent, right, NINE_DIGITS)) {
                Outcome outcome = new Outcome(possible.get(i), Diagnoses.of(key, sent));
                String words = family + " " + seed + ": " + outcome.inWords();
                named.add(outcome.isNamed(), words);
                blameless.add(!outcome.isBlaming(), words);
            }
        }
    }
}
