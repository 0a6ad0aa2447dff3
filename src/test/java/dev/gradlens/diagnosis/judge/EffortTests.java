package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Submission;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.initialization.Initialization;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What nobody can explain does not keep the service busy for long. */
class EffortTests {
    private static final int LAYERS = 20;
    private static final int UNITS = 4;
    private static final int EXAMPLES = 8;

    @Test
    void endsTheSearchAtItsLimitAndSaysSo() {
        KernelsProvider loops = KernelsProviders.start("reference");
        AnswerKey key = new Diagnoser(loops).key(new Exercise(deep(), false));

        Diagnosis diagnosis = key.diagnose(new Submission(junk(), Optional.empty()));

        assertThat(diagnosis.findings()).allMatch(finding -> finding.verdict() == Verdict.WRONG);
        assertThat(diagnosis.findings().getLast().reason().orElseThrow()).contains("ended at its limit");
    }

    @Test
    void hasItsStrengthBackForTheNextSubmission() {
        KernelsProvider loops = KernelsProviders.start("reference");
        Exercise exercise = new Exercise(deep(), false);
        AnswerKey key = new Diagnoser(loops).key(exercise);
        key.diagnose(new Submission(junk(), Optional.empty()));
        Site dZ = new Site(LAYERS - 1, Step.D_Z);
        Values turned = new Sheet(exercise, loops).truth(dZ).times(-1);

        Diagnosis diagnosis = key.diagnose(new Submission(Map.of(dZ, turned), Optional.empty()));

        assertThat(diagnosis
                        .findings()
                        .getFirst()
                        .mistakes()
                        .getFirst()
                        .mistake()
                        .name())
                .isEqualTo("Z47");
    }

    private static Setup deep() {
        BatchNorm norm = new BatchNorm(
                new Epsilon(1e-5, Epsilon.Placement.INSIDE_SQRT),
                VarianceEstimator.BIASED,
                new RunningAverage(0.9, RunningAverage.Convention.KEEP_OLD, VarianceEstimator.UNBIASED));
        List<LayerSpec> layers = Collections.nCopies(LAYERS, new DenseSpec(UNITS, true, norm, new Tanh()));
        NetworkSpec spec = new NetworkSpec(UNITS, layers, new Upstream(), 0);
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (int l = 0; l < LAYERS; l++) {
            Values w = new Initialization(Initialization.Scheme.LECUN, l, 1)
                    .parameters(spec)
                    .get(l)
                    .w();
            parameters.add(new LayerParameters<>(w, row(0), row(1), row(0), row(0), row(1)));
        }
        return new Setup(spec, parameters, new Batch(normal(1), normal(2)), Mode.TRAINING);
    }

    private static Values row(double entry) {
        return Values.filled(1, UNITS, entry);
    }

    private static Map<Site, Values> junk() {
        Map<Site, Values> junk = new TreeMap<>();
        for (int l = 0; l < LAYERS; l++) {
            junk.put(new Site(l, Step.D_Z), normal(10 + l));
            junk.put(new Site(l, Step.D_A), normal(100 + l));
        }
        return junk;
    }

    private static Values normal(long seed) {
        Random random = new Random(seed);
        double[] entries = new double[EXAMPLES * UNITS];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = random.nextGaussian();
        }
        return new Values(EXAMPLES, UNITS, entries);
    }
}
