package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Diagnoses;
import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.Finding.Suspect;
import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.student.Planted;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.diagnosis.student.Readings;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On the batch that is said to part mistakes, each of them is told from the others. */
class PartingLawsTests {

    private static final Rounding NINE_DIGITS = new Rounding.SignificantDigits(9);
    private static final int SEEDS = 3;

    private static Map<Site, Values> sent(Exercise exercise, Planted planted) {
        return Diagnoses.gradients(
                Printed.as(NINE_DIGITS, Student.of(exercise).making(planted).tensors()));
    }

    /** With two examples 2 is m, and m/(m − 1) too. */
    @Test
    void partsWhatTwoExamplesLeaveTogether() {
        List<String> together = new ArrayList<>();
        int parted = 0;

        for (long seed = 0; seed < SEEDS; seed++) {
            Exercise exercise = Exercises.cut(seed, 2);
            AnswerKey key = Diagnoses.key(exercise);
            Set<Finding> seen = new HashSet<>();
            for (Planted planted : Readings.everywhere(exercise).toList()) {
                Diagnosis diagnosis = Diagnoses.of(key, sent(exercise, planted));
                Optional<Finding> finding = diagnosis.findings().stream()
                        .filter(one -> suspects(one, planted) && one.partedBy().isPresent())
                        .findFirst();
                if (finding.isPresent() && seen.add(finding.get())) {
                    parted++;
                    together.addAll(stillTogether(exercise, planted, finding.get()));
                }
            }
        }

        assertThat(together).isEmpty();
        assertThat(parted).isPositive();
    }

    private static boolean suspects(Finding finding, Planted planted) {
        return finding.indistinguishable().stream()
                .anyMatch(suspect ->
                        suspect.mistake() == planted.mistake() && suspect.site().layer() == planted.layer());
    }

    /** Those that are still called the same as the planted one. */
    private static List<String> stillTogether(Exercise exercise, Planted planted, Finding finding) {
        Exercise parting =
                Exercises.on(exercise, finding.partedBy().orElseThrow().batch());
        Diagnosis diagnosis = Diagnoses.of(parting, sent(parting, planted));
        List<String> together = new ArrayList<>();
        for (Finding there : diagnosis.findings()) {
            for (Suspect suspect : there.indistinguishable()) {
                boolean was = finding.indistinguishable().contains(suspect);
                if (was && suspects(there, planted) && suspect.mistake() != planted.mistake()) {
                    together.add(planted + " and " + suspect + " " + normalization(exercise, planted));
                }
            }
        }
        return together;
    }

    private static Normalization normalization(Exercise exercise, Planted planted) {
        return exercise.setup().spec().layers().get(planted.layer()).normalization();
    }
}
