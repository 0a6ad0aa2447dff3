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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake whose effect is well above the rounding is named from few digits, too. */
class RoundedGradientsLawsTests {

    private static final int STRIDE = 5;

    static Stream<Rounding> roundings() {
        return Stream.of(
                new Rounding.SignificantDigits(4),
                new Rounding.SignificantDigits(6),
                new Rounding.Decimals(6),
                new Rounding.Decimals(8));
    }

    @ParameterizedTest
    @MethodSource("roundings")
    void tellTheMistake(Rounding rounding) {
        Tally named = new Tally();

        for (Family family : Family.values()) {
            Family.seeds().forEach(seed -> judge(family, seed, rounding, named));
        }

        assertThat(named.rate()).as("named in %s", named).isGreaterThanOrEqualTo(0.98);
    }

    private static void judge(Family family, long seed, Rounding rounding, Tally named) {
        Exercise exercise = family.exercise(100 + seed);
        AnswerKey key = Diagnoses.key(exercise);
        Map<Site, Values> right = Student.of(exercise).tensors();
        List<Planted> possible = Readings.backward(exercise);
        for (int i = (int) (seed % STRIDE); i < possible.size(); i += STRIDE) {
            Student student = Student.of(exercise).making(possible.get(i));
            Map<Site, Values> sent = Diagnoses.gradients(Printed.as(rounding, student.tensors()));
            if (Effect.isVisible(sent, right, rounding)) {
                Outcome outcome = new Outcome(possible.get(i), Diagnoses.of(key, sent));
                named.add(outcome.isNamed(), family + " " + (100 + seed) + ": " + outcome.inWords());
            }
        }
    }
}
