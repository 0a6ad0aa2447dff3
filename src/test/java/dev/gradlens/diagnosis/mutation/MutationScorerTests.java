package dev.gradlens.diagnosis.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.probe.Plan;
import dev.gradlens.diagnosis.probe.Prober;
import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** The shares are those of prototypes, which had a few mistakes more or less. */
class MutationScorerTests {
    private static final KernelsProvider KERNELS = new ReferenceKernelsProvider();
    private static final MutationScorer SCORER = new MutationScorer(KERNELS);
    private static final int EXAMPLES = 6;
    private static final int FEATURES = 4;

    private final Random seeded = new Random(11);

    private static Normalization normalization() {
        RunningAverage running = new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.UNBIASED);
        return new BatchNorm(new Epsilon(1e-5, Placement.INSIDE_SQRT), VarianceEstimator.BIASED, running);
    }

    private Values filled(int rows, DoubleSupplier entry) {
        double[] entries = new double[rows * FEATURES];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry.getAsDouble();
        }
        return new Values(rows, FEATURES, entries);
    }

    /** A normalization alone. */
    private Exercise lone(Values x, Values upstream, Values gamma, Values beta) {
        NetworkSpec spec = new NetworkSpec(
                FEATURES, List.of(new NormalizeSpec(normalization(), new Identity())), new Upstream(), 0);
        LayerParameters<Values> parameters = new LayerParameters<>(
                null, null, gamma, beta, Values.filled(1, FEATURES, 0), Values.filled(1, FEATURES, 1));
        return new Exercise(new Setup(spec, List.of(parameters), new Batch(x, upstream), Mode.TRAINING), false);
    }

    private Values plainGamma() {
        return Values.filled(1, FEATURES, 1);
    }

    private Values plainBeta() {
        return Values.filled(1, FEATURES, 0);
    }

    private Values far() {
        return filled(EXAMPLES, () -> 2 + 3 * seeded.nextGaussian());
    }

    private Values upstream() {
        return filled(EXAMPLES, seeded::nextGaussian);
    }

    private static UserTest comparing(Step... steps) {
        return new UserTest.Comparing(
                List.of(steps).stream().map(step -> new Site(0, step)).toList(), 1e-5, 1e-8);
    }

    private static UserTest usual() {
        return comparing(Step.D_Z, Step.D_GAMMA, Step.D_BETA);
    }

    private static Values standardized(Values x) {
        double[] entries = x.rowMajor().clone();
        for (int j = 0; j < x.columns(); j++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < x.rows(); i++) {
                mean += x.at(i, j) / x.rows();
            }
            for (int i = 0; i < x.rows(); i++) {
                square += Math.pow(x.at(i, j) - mean, 2) / x.rows();
            }
            for (int i = 0; i < x.rows(); i++) {
                entries[i * x.columns() + j] = (x.at(i, j) - mean) / Math.sqrt(square);
            }
        }
        return new Values(x.rows(), x.columns(), entries);
    }

    @Test
    void noticesEverythingOnAProbe() {
        Exercise probe = new Prober(KERNELS)
                .probe(new Plan(normalization(), new Tanh(), 5, 4, 0))
                .exercise();
        List<Site> gradients = dev.gradlens.diagnosis.world.Sites.of(probe.setup()).stream()
                .filter(site -> !site.step().isForward())
                .toList();

        Report report = SCORER.report(probe, new UserTest.Comparing(gradients, 1e-5, 1e-8));

        assertThat(report.score().missed()).isEmpty();
        assertThat(report.score().value()).isEqualTo(1);
        assertThat(report.improvement()).isEmpty();
    }

    @Test
    void noticesLessWithPlainGammaAndBeta() {
        Score score = SCORER.score(lone(far(), upstream(), plainGamma(), plainBeta()), usual());

        assertThat(score.value()).isCloseTo(0.89, within(0.06));
        assertThat(score.missed()).extracting(Missed::mistake).contains(Mistake.Z18, Mistake.G05, Mistake.B02);
    }

    @Test
    void noticesStillLessWithStandardizedInputs() {
        Score score = SCORER.score(lone(standardized(far()), upstream(), plainGamma(), plainBeta()), usual());

        assertThat(score.value()).isCloseTo(0.74, within(0.08));
    }

    @Test
    void noticesHalfWhereAllPathsCancel() {
        Exercise sum = lone(
                far(),
                Values.filled(EXAMPLES, FEATURES, 1),
                Values.row(1.5, -0.7, 0.4, 2),
                Values.row(0.3, -0.2, 0.9, -1));

        Report report = SCORER.report(sum, usual());

        assertThat(report.score().value()).isCloseTo(0.5, within(0.1));
        assertThat(report.improvement().orElseThrow().score()).isGreaterThan(0.9);
    }

    @Test
    void saysOfWhatIsNotComparedThatItIsNotSeen() {
        Score score = SCORER.score(lone(far(), upstream(), plainGamma(), plainBeta()), comparing(Step.D_Z));

        assertThat(score.missed())
                .filteredOn(missed -> missed.site().step() == Step.D_GAMMA)
                .isNotEmpty()
                .noneMatch(Missed::isSeen);
    }

    @Test
    void countsNothingThatCannotBeMade() {
        Score score = SCORER.score(lone(far(), upstream(), plainGamma(), plainBeta()), usual());

        assertThat(score.caught()).doesNotContain(Mistake.Z42, Mistake.W01, Mistake.L01, Mistake.Z52, Mistake.Z54);
        assertThat(score.missed()).extracting(Missed::mistake).doesNotContain(Mistake.Z42, Mistake.W01, Mistake.Z54);
    }

    @Test
    void noticesAlmostAllByCentralDifferencesInDoublePrecision() {
        Exercise random = new Variation(lone(far(), upstream(), plainGamma(), plainBeta()), 1).all();

        Score fine = SCORER.score(random, new UserTest.FiniteDifferences(1e-5, Precision.FLOAT64, 1e-6));

        assertThat(fine.failing()).isEmpty();
        assertThat(fine.value()).isGreaterThan(0.9);
    }

    @Test
    void saysWhereTheCheckFailsForTheRightGradient() {
        Exercise random = new Variation(lone(far(), upstream(), plainGamma(), plainBeta()), 1).all();

        Score coarse = SCORER.score(random, new UserTest.FiniteDifferences(1e-5, Precision.FLOAT32, 1e-6));

        assertThat(coarse.failing()).isNotEmpty();
        assertThat(coarse.value()).isLessThan(0.9);
    }
}
