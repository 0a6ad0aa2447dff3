package dev.gradlens.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Finding.Suspect;
import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.diagnosis.student.Planted;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.diagnosis.student.Readings;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.tensor.Values;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mistake that somebody makes in a line of code is named, and nothing else is. */
class DiagnosisLawsTests {

    private static final Rounding NINE_DIGITS = new Rounding.SignificantDigits(9);

    /** Of the mistakes that an exercise allows, one in so many is made, others with the next seed. */
    private static final int STRIDE = 2;

    /** Rounding by another name. */
    private static final Set<Mistake> NEARLY_RIGHT = EnumSet.of(Mistake.Z54, Mistake.F07);

    private static final Map<Family, Judged> JUDGED = new EnumMap<>(Family.class);

    /** All that the laws are about, of one family. */
    private record Judged(Tally named, Tally blameless, Tally decided, Tally alike) {}

    private static Judged judged(Family family) {
        return JUDGED.computeIfAbsent(family, any -> {
            Judged judged = new Judged(new Tally(), new Tally(), new Tally(), new Tally());
            Family.seeds().forEach(seed -> judge(family, seed, judged));
            return judged;
        });
    }

    private static void judge(Family family, long seed, Judged judged) {
        Exercise exercise = family.exercise(seed);
        AnswerKey key = Diagnoses.key(exercise);
        Map<Site, Values> right = Student.of(exercise).tensors();
        List<Planted> possible = Readings.everywhere(exercise)
                .filter(planted -> !NEARLY_RIGHT.contains(planted.mistake()))
                .toList();
        for (int i = (int) (seed % STRIDE); i < possible.size(); i += STRIDE) {
            Planted planted = possible.get(i);
            Map<Site, Values> sent = sent(exercise, planted);
            if (Effect.isVisible(sent, right, NINE_DIGITS)) {
                Outcome outcome = new Outcome(planted, Diagnoses.of(key, sent));
                String words = family + " " + seed + ": " + outcome.inWords();
                judged.named().add(outcome.isNamed(), words);
                judged.blameless().add(!outcome.isBlaming(), words);
                judged.decided().add(!outcome.isUndecided(), words);
                Alike alike = new Alike(exercise, sent, NINE_DIGITS);
                outcome.diagnosis().findings().forEach(finding -> countAlike(alike, finding, words, judged.alike()));
            }
        }
    }

    /** The gradients, and forward too where the mistake is there. */
    private static Map<Site, Values> sent(Exercise exercise, Planted planted) {
        Map<Site, Values> tensors =
                Printed.as(NINE_DIGITS, Student.of(exercise).making(planted).tensors());
        boolean forward = planted.mistake().step().isForward();
        return forward ? Diagnoses.everything(tensors) : Diagnoses.gradients(tensors);
    }

    private static void countAlike(Alike alike, Finding finding, String words, Tally tally) {
        for (Suspect suspect : finding.indistinguishable()) {
            tally.add(!finding.sent() || alike.gives(suspect, finding.site()), suspect + " in " + words);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesTheMistake(Family family) {
        Tally named = judged(family).named();

        assertThat(named.rate()).as("named in %s", named).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @EnumSource
    void blamesNothingElse(Family family) {
        Tally blameless = judged(family).blameless();

        assertThat(blameless.rate()).as("blameless in %s", blameless).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @EnumSource
    void decides(Family family) {
        Tally decided = judged(family).decided();

        assertThat(decided.rate()).as("decided in %s", decided).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @EnumSource
    void callsMistakesIndistinguishableThatGiveTheNumbersSent(Family family) {
        Tally alike = judged(family).alike();

        assertThat(alike.rate()).as("alike in %s", alike).isEqualTo(1);
    }
}
