package dev.gradlens.check;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.oracle.CentralDifference;
import dev.gradlens.check.oracle.CheckProgress;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.ComplexStep;
import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.check.oracle.KinkSides;
import dev.gradlens.check.oracle.MovedCost;
import dev.gradlens.check.oracle.StepSize;
import dev.gradlens.check.stacked.ParameterSweep;
import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.Gradients;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.Network;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A gradient check of every parameter on one thread, as a caller waits for it: forward, backward, every numeric derivative and
 * the comparison. Dense layers with bias, batch normalization behind each hidden one, ReLU, softmax cross-entropy.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class GradientCheckBenchmark {
    /** The step of central differences. */
    private static final double STEP = 1e-6;

    /** Examples, then the units of each layer. */
    @Param({"16:20-16-8-3", "32:64-32-16-10", "32:784-64-10"})
    public String sizes = "";

    /** What runs forward and backward; with {@code blas}, OMP_NUM_THREADS=1 keeps it on one thread. */
    @Param("reference")
    public String kernels = "";

    private KernelsProvider provider = new ReferenceKernelsProvider();
    private Setup setup = setup(1, 1, 1);

    @org.openjdk.jmh.annotations.Setup
    public void fill() {
        int[] numbers =
                Stream.of(sizes.split("[:-]")).mapToInt(Integer::parseInt).toArray();
        provider = KernelsProviders.start(kernels);
        setup = setup(numbers[0], IntStream.of(numbers).skip(1).toArray());
    }

    @Benchmark
    public double centralInStacks() {
        return worst(new ParameterSweep(setup).byCentralDifference(StepSize.absolute(STEP), CheckProgress.NONE));
    }

    @Benchmark
    public double complexInStacks() {
        return worst(new ParameterSweep(setup).byComplexStep(CheckProgress.NONE));
    }

    /** With the two evaluations more by which an estimate tells its truncation. */
    @Benchmark
    public double centralOneByOne() {
        ComplexNetwork network = new ComplexNetwork(setup, KinkSides.none());
        return worst(oneByOne(new CentralDifference(new MovedCost(network), StepSize.absolute(STEP), 0)));
    }

    @Benchmark
    public double complexOneByOne() {
        return worst(oneByOne(new ComplexStep(new ComplexNetwork(setup, KinkSides.none()))));
    }

    /** Forward and backward alone. */
    @Benchmark
    public Map<Node, Values> gradients() {
        try (Kernels opened = provider.open()) {
            Network network = setup.on(opened);
            return Gradients.byNode(network.backward(setup.forward(network), BackwardRule.EXACT));
        }
    }

    private Map<Node, Values> oneByOne(Derivatives derivatives) {
        Map<Node, Values> numeric = new LinkedHashMap<>();
        gradients().forEach((node, gradient) -> {
            if (node.kind().isParameter()) {
                double[] entries = new double[gradient.size()];
                for (int index = 0; index < entries.length; index++) {
                    entries[index] = derivatives
                            .of(node, index / gradient.columns(), index % gradient.columns())
                            .value();
                }
                numeric.put(node, new Values(gradient.rows(), gradient.columns(), entries));
            }
        });
        return numeric;
    }

    /** The largest distance between backward and an oracle. */
    private double worst(Map<Node, Values> numeric) {
        Map<Node, Values> analytic = gradients();
        double worst = 0;
        for (Map.Entry<Node, Values> parameter : numeric.entrySet()) {
            double[] gradient = requireNonNull(analytic.get(parameter.getKey())).rowMajor();
            double[] found = parameter.getValue().rowMajor();
            for (int index = 0; index < found.length; index++) {
                worst = Math.max(worst, Math.abs(found[index] - gradient[index]));
            }
        }
        return worst;
    }

    private static Setup setup(int examples, int... units) {
        Random random = new Random(3);
        List<LayerSpec> layers = new ArrayList<>();
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (int l = 1; l < units.length; l++) {
            boolean isLast = l == units.length - 1;
            layers.add(
                    isLast
                            ? new DenseSpec(units[l], true, null, new Identity())
                            : new DenseSpec(units[l], true, batchNorm(), new Relu()));
            parameters.add(new LayerParameters<>(
                    gaussian(random, units[l], units[l - 1], 0, 1 / Math.sqrt(units[l - 1])),
                    gaussian(random, 1, units[l], 0, 0.1),
                    isLast ? null : gaussian(random, 1, units[l], 1, 0.1),
                    isLast ? null : gaussian(random, 1, units[l], 0, 0.1),
                    isLast ? null : Values.filled(1, units[l], 0),
                    isLast ? null : Values.filled(1, units[l], 1)));
        }
        int classes = units[units.length - 1];
        double[] y = new double[examples * classes];
        for (int i = 0; i < examples; i++) {
            y[i * classes + random.nextInt(classes)] = 1;
        }
        Batch batch = new Batch(gaussian(random, examples, units[0], 0, 1), new Values(examples, classes, y));
        return new Setup(
                new NetworkSpec(units[0], layers, new SoftmaxCrossEntropy(), 0), parameters, batch, Mode.TRAINING);
    }

    private static BatchNorm batchNorm() {
        return new BatchNorm(
                new Epsilon(1e-5, Placement.INSIDE_SQRT),
                VarianceEstimator.BIASED,
                new RunningAverage(0.1, Convention.TAKE_NEW, VarianceEstimator.UNBIASED));
    }

    private static Values gaussian(Random random, int rows, int columns, double mean, double deviation) {
        double[] entries = new double[rows * columns];
        for (int index = 0; index < entries.length; index++) {
            entries[index] = mean + deviation * random.nextGaussian();
        }
        return new Values(rows, columns, entries);
    }
}
