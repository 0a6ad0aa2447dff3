package dev.gradlens.tensor.blas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.NormalizationGradients;
import dev.gradlens.network.normalization.NormalizationParameters;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningStatistics;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Passes.ColumnStatistics;
import dev.gradlens.tensor.Passes.Denominator;
import dev.gradlens.tensor.Passes.Scale;
import dev.gradlens.tensor.Values;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Passes} does, held against the readable layers on the reference kernels. */
abstract class PassesContract<A> {
    private final Random random = new Random(7);
    private final Kernels k = KernelsProviders.start("reference").open();

    abstract Passes<A> passes();

    /** How far a result may be off, beside the largest entry of what it came from. */
    abstract double accuracy();

    static Stream<int[]> shapes() {
        return Stream.of(1, 2, 7, 8, 9, 64, 65)
                .flatMap(m -> Stream.of(1, 2, 7, 15, 16, 17, 63, 64, 65, 150).map(n -> new int[] {m, n}));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void normalizesAndGoesBackAsTheReadableLayerDoes(int[] shape) {
        for (Placement placement : Placement.values()) {
            for (VarianceEstimator estimator : VarianceEstimator.values()) {
                if (shape[0] > 1 || estimator == VarianceEstimator.BIASED) {
                    normalizesAsTheReadableLayerDoes(
                            new Epsilon(0.01, placement), estimator, shape[0], shape[1], false);
                    normalizesAsTheReadableLayerDoes(new Epsilon(0.01, placement), estimator, shape[0], shape[1], true);
                }
            }
        }
    }

    private void normalizesAsTheReadableLayerDoes(
            Epsilon epsilon, VarianceEstimator estimator, int m, int n, boolean rectified) {
        Values z = numbers(m, n, 3);
        Values gamma = numbers(1, n, 1);
        Values beta = numbers(1, n, 0.5);
        Values dA = numbers(m, n, 0);
        BatchNorm layer = new BatchNorm(
                epsilon, estimator, new RunningAverage(0.1, RunningAverage.Convention.TAKE_NEW, estimator));
        NormalizationParameters parameters = new NormalizationParameters(
                k.matrix(gamma),
                k.matrix(beta),
                new RunningStatistics(k.matrix(Values.filled(1, n, 0)), k.matrix(Values.filled(1, n, 1))));
        NormalizationTape tape = layer.forward(k, k.matrix(z), parameters, Mode.TRAINING);
        Matrix zTilda = tape.zTilda();
        Matrix a = rectified ? new Relu().forward(k, zTilda) : zTilda;
        Matrix dZTilda = rectified ? new Relu().backward(k, zTilda, a, k.matrix(dA)) : k.matrix(dA);
        NormalizationGradients expected = layer.backward(k, tape, parameters, dZTilda, BackwardRule.EXACT);

        Passes<A> passes = passes();
        A fastZ = passes.copyOf(z.rowMajor());
        A fastA = passes.allocate(m * n);
        A d = passes.copyOf(dA.rowMajor());
        ColumnStatistics<A> statistics = ColumnStatistics.of(passes, n);
        Scale<A> scale = new Scale<>(passes.copyOf(gamma.rowMajor()), passes.copyOf(beta.rowMajor()));
        Scale<A> gradients = new Scale<>(passes.allocate(n), passes.allocate(n));
        Denominator denominator =
                new Denominator(epsilon.value(), epsilon.placement() == Placement.INSIDE_SQRT, estimator.divisor(m));
        passes.normalize(fastZ, statistics, denominator, scale, fastA, rectified, m, n);
        A sum = passes.allocate(n);
        passes.normalizeBackward(fastZ, statistics, scale, d, gradients, sum, rectified, m, n);

        isClose(statistics.mean(), tape.mu(), 5);
        isClose(statistics.variance(), tape.sigma2(), 5);
        isClose(fastA, a, 30);
        isClose(gradients.gamma(), expected.dGamma(), 30 * m);
        isClose(gradients.beta(), expected.dBeta(), m);
        isClose(d, expected.dZ(), 1000);
        isClose(sum, k.sum(expected.dZ(), Axis.ROWS), 1000 * m);
    }

    @Test
    void keepsTheDigitsOfWhatLiesFarFromZero() {
        int m = 65;
        int n = 20;
        double[] near = numbers(m, n, 0).rowMajor();
        double[] far = near.clone();
        for (int i = 0; i < far.length; i++) {
            far[i] = Math.round(near[i] * 64) / 64.0 + 1000; // exact in either precision
            near[i] = far[i] - 1000;
        }

        assertThat(normalized(far, m, n))
                .isCloseTo(normalized(near, m, n), org.assertj.core.data.Percentage.withPercentage(0.01));
    }

    @Test
    void normalizesAConstantFeatureToItsShift() {
        double[] z = new double[65 * 3];
        java.util.Arrays.fill(z, 0.1);
        Passes<A> passes = passes();
        A a = passes.allocate(z.length);

        passes.normalize(
                passes.copyOf(z),
                ColumnStatistics.of(passes, 3),
                new Denominator(1e-5, true, 65),
                new Scale<>(passes.copyOf(new double[] {1, 1, 1}), passes.copyOf(new double[] {0.25, 0.25, 0.25})),
                a,
                false,
                65,
                3);

        assertThat(passes.toDoubles(a)).containsOnly(0.25);
    }

    /** The sum of the squares of what is normalized, weighted so that it says more than m·n. */
    private double normalized(double[] z, int m, int n) {
        Passes<A> passes = passes();
        A a = passes.allocate(m * n);
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        passes.normalize(
                passes.copyOf(z),
                ColumnStatistics.of(passes, n),
                new Denominator(1e-5, true, m),
                new Scale<>(passes.copyOf(ones), passes.allocate(n)),
                a,
                true,
                m,
                n);
        double[] entries = passes.toDoubles(a);
        double sum = 0;
        for (int i = 0; i < entries.length; i++) {
            sum += entries[i] * (1 + i % 7);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void takesSoftmaxAndCrossEntropyAsTheReadableLossDoes(int[] shape) {
        int m = shape[0];
        int n = shape[1];
        Values z = numbers(m, n, 0).times(4);
        double[] targets = new double[m * n];
        for (int i = 0; i < m; i++) {
            targets[i * n + random.nextInt(n)] += i % 3 == 0 ? 0.5 : 1; // some soft
            targets[i * n + random.nextInt(n)] += i % 3 == 0 ? 0.25 : 0;
        }
        Matrix logits = k.matrix(z);
        Loss.Output output = new Loss.Output(logits, logits, k.matrix(m, n, targets));
        Passes<A> passes = passes();
        A d = passes.allocate(m * n);

        double cost = passes.softmaxCrossEntropy(passes.copyOf(z.rowMajor()), passes.copyOf(targets), d, m, n);

        assertThat(cost).isCloseTo(new SoftmaxCrossEntropy().cost(k, output), Offset.offset(20 * accuracy()));
        isClose(d, new SoftmaxCrossEntropy().dA(k, output), 2.0 / m);
    }

    @Test
    void keepsTheDigitsOfASaturatedOutput() {
        Passes<A> passes = passes();
        A d = passes.allocate(2);

        passes.softmaxCrossEntropy(passes.copyOf(new double[] {20, 0}), passes.copyOf(new double[] {1, 0}), d, 1, 2);

        double small = Math.exp(-20) / (1 + Math.exp(-20));
        assertThat(passes.toDoubles(d)[0]).isCloseTo(-small, org.assertj.core.data.Percentage.withPercentage(1e-3));
        assertThat(passes.toDoubles(d)[1]).isCloseTo(small, org.assertj.core.data.Percentage.withPercentage(1e-3));
    }

    @Test
    void tellsAComputedNaN() {
        Passes<A> passes = passes();
        A d = passes.allocate(3);

        double cost = passes.softmaxCrossEntropy(
                passes.copyOf(new double[] {1, Double.NaN, 2}), passes.copyOf(new double[] {1, 0, 0}), d, 1, 3);

        assertThat(cost).isNaN();
        assertThat(passes.toDoubles(d)).containsOnly(Double.NaN);
    }

    @Test
    void rectifiesEvenTheSmallestNumber() {
        Passes<A> passes = passes();
        double smallest =
                passes.precision() == dev.gradlens.tensor.Precision.FLOAT32 ? Float.MIN_VALUE : Double.MIN_VALUE;
        A a = passes.allocate(4);
        A d = passes.copyOf(new double[] {5, 6, 7, 8});

        passes.rectify(passes.copyOf(new double[] {-1, 0, smallest, 3}), a, 4);
        passes.rectifyBackward(a, d, 4);

        assertThat(passes.toDoubles(a)).containsExactly(0, 0, smallest, 3);
        assertThat(passes.toDoubles(d)).containsExactly(0, 0, 7, 8);
    }

    @Test
    void sumsShiftsAndPicksRows() {
        Passes<A> passes = passes();
        A matrix = passes.copyOf(new double[] {1, 2, 3, 4, 5, 6});
        A sum = passes.allocate(2);
        A picked = passes.allocate(4);

        passes.sumRows(matrix, sum, 3, 2);
        passes.addRow(matrix, passes.copyOf(new double[] {10, 20}), 3, 2);
        passes.gather(matrix, 2, new int[] {2, 2}, picked);

        assertThat(passes.toDoubles(sum)).containsExactly(9, 12);
        assertThat(passes.toDoubles(matrix)).containsExactly(11, 22, 13, 24, 15, 26);
        assertThat(passes.toDoubles(picked)).containsExactly(15, 26, 15, 26);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 64, 67})
    void scalesCopiesAndMeasuresDistances(int entries) {
        double[] a = numbers(1, entries, 1).rowMajor();
        double[] b = numbers(1, entries, 0).rowMajor();
        double squares = 0;
        double differences = 0;
        for (int i = 0; i < entries; i++) {
            squares += a[i] * a[i];
            differences += (a[i] - b[i]) * (a[i] - b[i]);
        }
        Passes<A> passes = passes();
        A first = passes.copyOf(a);
        A copy = passes.allocate(entries);

        passes.copy(first, copy);
        passes.scale(first, -2);

        assertThat(passes.toDoubles(copy)).containsExactly(a);
        assertThat(passes.sumOfSquares(copy)).isCloseTo(squares, Offset.offset(1e-12 * squares));
        assertThat(passes.sumOfSquares(first)).isCloseTo(4 * squares, Offset.offset(4e-12 * squares));
        assertThat(passes.sumOfSquaredDifferences(copy, passes.copyOf(b)))
                .isCloseTo(differences, Offset.offset(1e-12 * differences));
    }

    private void isClose(A actual, Matrix expected, double size) {
        double[] entries = passes().toDoubles(actual);
        double[] wanted = expected.toArray();
        assertThat(entries).hasSameSizeAs(wanted);
        double worst = 0;
        for (int i = 0; i < entries.length; i++) {
            worst = Math.max(worst, Math.abs(entries[i] - wanted[i]));
        }
        assertThat(worst).isLessThanOrEqualTo(size * accuracy());
    }

    /** Normal variates about a centre, rounded so that either precision holds them exactly. */
    private Values numbers(int rows, int columns, double centre) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (float) (centre + random.nextGaussian());
        }
        return new Values(rows, columns, entries);
    }
}
