package dev.gradlens.diagnosis.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Submission;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.diagnosis.judge.Diagnoser;
import dev.gradlens.diagnosis.student.Planted;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.diagnosis.student.Readings;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a probe every mistake is told by its numbers at nine digits. */
class ProbeDiagnosisTests {
    private static final KernelsProvider KERNELS = new ReferenceKernelsProvider();
    private static final Rounding NINE_DIGITS = new Rounding.SignificantDigits(9);

    /** Rounding, and no formula. */
    private static final Set<Mistake> ROUNDING = EnumSet.of(Mistake.Z54, Mistake.F07);

    /** What is the same by nature: in rms, where there is no path through the mean, no variance path and no path but the direct one. */
    private static final List<Set<Mistake>> ONE_FORMULA = List.of(EnumSet.of(Mistake.Z03, Mistake.Z04));

    static Stream<Plan> plans() {
        return Plans.ofEveryKind();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void namesEveryMistakeAlone(Plan plan) {
        Exercise exercise = new Prober(KERNELS).probe(plan).exercise();
        AnswerKey key = new Diagnoser(KERNELS).key(exercise);

        List<String> doubtful = Readings.everywhere(exercise)
                .filter(planted -> !ROUNDING.contains(planted.mistake()))
                .flatMap(planted -> doubt(key, exercise, planted).stream())
                .toList();

        assertThat(doubtful).isEmpty();
    }

    private static Optional<String> doubt(AnswerKey key, Exercise exercise, Planted planted) {
        Diagnosis diagnosis = key.diagnose(sent(exercise, planted));
        List<Finding> wrong = diagnosis.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.WRONG
                        || !finding.mistakes().isEmpty())
                .toList();
        boolean alone = !wrong.isEmpty()
                && wrong.stream().noneMatch(finding -> finding.mistakes().isEmpty())
                && wrong.stream().allMatch(finding -> names(finding, planted.mistake()));
        return alone ? Optional.empty() : Optional.of(planted + " " + inWords(diagnosis));
    }

    private static boolean names(Finding finding, Mistake mistake) {
        return isOneFormula(mistake, finding.mistakes().getFirst().mistake())
                && finding.indistinguishable().stream().allMatch(suspect -> isOneFormula(mistake, suspect.mistake()));
    }

    private static boolean isOneFormula(Mistake one, Mistake other) {
        return one == other || ONE_FORMULA.stream().anyMatch(formula -> formula.containsAll(EnumSet.of(one, other)));
    }

    private static Submission sent(Exercise exercise, Planted planted) {
        Map<Site, Values> tensors = new TreeMap<>(
                Printed.as(NINE_DIGITS, Student.of(exercise).making(planted).tensors()));
        boolean forward = "FR".indexOf(planted.mistake().name().charAt(0)) >= 0;
        tensors.keySet().removeIf(site -> !forward && site.step().isForward());
        return new Submission(tensors, Optional.of(NINE_DIGITS));
    }

    private static String inWords(Diagnosis diagnosis) {
        List<String> words = new ArrayList<>();
        for (Finding finding : diagnosis.findings()) {
            if (finding.verdict() != Verdict.CORRECT || !finding.mistakes().isEmpty()) {
                words.add("%s%d %s %s %s %s"
                        .formatted(
                                finding.site().step(),
                                finding.site().layer(),
                                finding.verdict(),
                                finding.mistakes().stream()
                                        .map(named -> named.mistake()
                                                + named.detail()
                                                        .map(d -> "(" + d + ")")
                                                        .orElse(""))
                                        .toList(),
                                finding.indistinguishable().stream()
                                        .map(suspect -> suspect.mistake() + "@"
                                                + suspect.site().step())
                                        .toList(),
                                finding.reason().orElse("")));
            }
        }
        return String.join("; ", words);
    }
}
