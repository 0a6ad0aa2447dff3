package dev.gradlens.network.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.optimizer.Adam;
import dev.gradlens.network.optimizer.Momentum;
import dev.gradlens.network.optimizer.Optimizer;
import dev.gradlens.network.optimizer.RmsProp;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fifty steps of every optimizer, held against those of PyTorch; see the note beside the numbers. */
class PyTorchTrainingTests {
    private static final double TOLERANCE = 1e-9;
    private static final double CLIP_NORM = 0.5;

    private static final Map<String, Values> EXPECTED = read();

    /** An optimizer of the script by its name there, with its learning rate. */
    record Named(String name, Optimizer optimizer, double rate) {}

    private static Stream<Named> optimizers() {
        return Stream.of(
                new Named("sgd", Momentum.none(0), 0.1),
                new Named("sgdWithWeightDecay", Momentum.none(0.01), 0.1),
                new Named("momentum", new Momentum(0.9, false, 0), 0.05),
                new Named("momentumWithWeightDecay", new Momentum(0.9, false, 0.01), 0.05),
                new Named("momentumWithClipNorm", new Momentum(0.9, false, 0), 0.05),
                new Named("nesterov", new Momentum(0.9, true, 0), 0.05),
                new Named("adam", new Adam(0.9, 0.999, 1e-8, 0, false), 0.01),
                new Named("adamWithWeightDecay", new Adam(0.9, 0.999, 1e-8, 0.01, false), 0.01),
                new Named("adamWithClipNorm", new Adam(0.9, 0.999, 1e-8, 0, false), 0.01),
                new Named("adamw", new Adam(0.9, 0.999, 1e-8, 0.01, true), 0.01),
                new Named("rmsprop", new RmsProp(0.99, 1e-8, 0, 0), 0.01),
                new Named("rmspropWithWeightDecay", new RmsProp(0.99, 1e-8, 0, 0.01), 0.01),
                new Named("rmspropWithMomentum", new RmsProp(0.9, 1e-8, 0.8, 0.01), 0.001));
    }

    static Stream<Arguments> trainings() {
        return optimizers()
                .flatMap(named -> Stream.of(
                        Arguments.of("tanh", new Tanh(), named, "reference"),
                        Arguments.of("tanh", new Tanh(), named, "blas"),
                        Arguments.of("relu", new Relu(), named, "reference"),
                        Arguments.of("relu", new Relu(), named, "blas")));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void endsWherePyTorchEnds(String network, Activation activation, Named named, String kernels) {
        TrainingPlan plan = plan(activation, named.optimizer());
        String run = network + "." + named.name();
        try (Trainer trainer = Trainers.open(plan, KernelsProviders.start(kernels), Cores.one())) {
            assertThat(trainer instanceof PlannedTrainer).isEqualTo(kernels.equals("blas") && network.equals("relu"));

            double[] costs = costs(trainer, named);

            assertThat(costs).containsExactly(expected(run, "costs"), within(TOLERANCE));
            LayerParameters<Values> first = trainer.parameters().getFirst();
            LayerParameters<Values> last = trainer.parameters().getLast();
            Map.of(
                            "W1", first.w(),
                            "gamma1", first.gamma(),
                            "beta1", first.beta(),
                            "runningMean1", first.runningMean(),
                            "runningVariance1", first.runningVariance(),
                            "W2", last.w(),
                            "b2", last.b())
                    .forEach((name, tensor) -> assertThat(tensor.rowMajor())
                            .as(name)
                            .containsExactly(expected(run, name), within(TOLERANCE)));
        }
    }

    private static double[] costs(Trainer trainer, Named named) {
        Values order = value("order");
        return IntStream.range(0, order.rows())
                .mapToDouble(step -> {
                    double cost = trainer.gradients(IntStream.range(0, order.columns())
                            .map(place -> (int) order.at(step, place))
                            .toArray());
                    if (named.name().endsWith("WithClipNorm")) {
                        new Clipping(CLIP_NORM).clip(trainer);
                    }
                    trainer.move(named.rate());
                    return cost;
                })
                .toArray();
    }

    private static TrainingPlan plan(Activation activation, Optimizer optimizer) {
        Values w1 = value("W1");
        int units = w1.rows();
        int classes = value("Y").columns();
        NetworkSpec spec = new NetworkSpec(
                w1.columns(),
                List.of(
                        new DenseSpec(units, false, Networks.batchNorm(), activation),
                        new DenseSpec(classes, true, null, new Identity())),
                new SoftmaxCrossEntropy(),
                0);
        List<LayerParameters<Values>> beginning = List.of(
                new LayerParameters<>(
                        w1,
                        null,
                        value("gamma1"),
                        value("beta1"),
                        Values.filled(1, units, 0),
                        Values.filled(1, units, 1)),
                new LayerParameters<>(value("W2"), value("b2"), null, null, null, null));
        return new TrainingPlan(
                        spec,
                        beginning,
                        new Batch(value("X"), value("Y")),
                        optimizer,
                        BackwardRule.EXACT,
                        value("order").columns(),
                        Precision.FLOAT64)
                .whileWatched();
    }

    private static double[] expected(String run, String name) {
        return value(run + "." + name).rowMajor();
    }

    private static Values value(String name) {
        return requireNonNull(EXPECTED.get(name), name);
    }

    private static Map<String, Values> read() {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/training/values.csv"))) {
            return lines.map(line -> line.split(","))
                    .collect(Collectors.toMap(fields -> fields[0], PyTorchTrainingTests::values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Values values(String[] fields) {
        double[] numbers =
                Stream.of(fields).skip(3).mapToDouble(Double::parseDouble).toArray();
        return new Values(Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), numbers);
    }
}
