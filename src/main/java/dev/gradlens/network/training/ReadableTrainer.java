package dev.gradlens.network.training;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerTape;
import dev.gradlens.network.Network;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.NormalizationGradients;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.network.normalization.RunningStatistics;
import dev.gradlens.network.optimizer.Optimizer.Moved;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps by the layers and optimizers as they are written down, on kernels of their own each. */
final class ReadableTrainer implements Trainer {
    private final TrainingPlan plan;
    private final KernelsProvider provider;
    private final Setup start; // every number rounded once
    private final List<LayerState> layers = new ArrayList<>();
    private long steps;

    ReadableTrainer(TrainingPlan plan, KernelsProvider provider) {
        this.plan = plan;
        this.provider = provider;
        this.start = new Setup(plan.spec(), plan.parameters(), plan.data(), Mode.TRAINING).rounded(plan.precision());
        for (LayerParameters<Values> layer : start.parameters()) {
            layers.add(LayerState.of(layer, plan.optimizer().memories()));
        }
    }

    /** What a layer has learned, and what the optimizer remembers of each parameter. */
    private record LayerState(LayerParameters<Values> parameters, LayerParameters<List<Values>> memory) {
        static LayerState of(LayerParameters<Values> parameters, int memories) {
            return new LayerState(
                    parameters,
                    parameters.map(tensor ->
                            Collections.nCopies(memories, Values.filled(tensor.rows(), tensor.columns(), 0))));
        }
    }

    @Override
    public double step(int[] examples, double learningRate) {
        try (Kernels k = provider.open(plan.precision())) {
            Batch data = start.batch();
            Batch batch = new Batch(data.x().rows(examples), data.y().rows(examples));
            Setup setup = new Setup(start.spec(), parameters(), batch, Mode.TRAINING);
            Network network = setup.on(k);
            Tape tape = setup.forward(network);
            List<LayerGradients> gradients = network.backward(tape, plan.rule());
            steps++;
            for (int l = 0; l < layers.size(); l++) {
                move(k, l, network.parameters().get(l), tape.layers().get(l), gradients.get(l), learningRate);
            }
            return tape.cost();
        }
    }

    private void move(
            Kernels k,
            int l,
            LayerParameters<Matrix> parameters,
            LayerTape tape,
            LayerGradients gradients,
            double learningRate) {
        LayerParameters<List<Values>> memory = layers.get(l).memory();
        NormalizationGradients scale = gradients.normalization();
        Step step = new Step(k, learningRate);
        Moved w = step.of(parameters.w(), gradients.dW(), memory.w());
        Moved b = step.of(parameters.b(), gradients.db(), memory.b());
        Moved gamma = step.of(parameters.gamma(), scale == null ? null : scale.dGamma(), memory.gamma());
        Moved beta = step.of(parameters.beta(), scale == null ? null : scale.dBeta(), memory.beta());
        RunningStatistics running = running(tape.normalization());
        Matrix mean = running == null ? parameters.runningMean() : running.mean();
        Matrix variance = running == null ? parameters.runningVariance() : running.variance();
        layers.set(
                l,
                new LayerState(
                        new LayerParameters<>(
                                parameter(w),
                                parameter(b),
                                parameter(gamma),
                                parameter(beta),
                                mean == null ? null : mean.values(),
                                variance == null ? null : variance.values()),
                        new LayerParameters<>(memory(w), memory(b), memory(gamma), memory(beta), null, null)));
    }

    private static @Nullable RunningStatistics running(@Nullable NormalizationTape tape) {
        return tape == null ? null : tape.running();
    }

    private static @Nullable Values parameter(@Nullable Moved moved) {
        return moved == null ? null : moved.parameter().values();
    }

    private static @Nullable List<Values> memory(@Nullable Moved moved) {
        return moved == null
                ? null
                : moved.memory().stream().map(Matrix::values).toList();
    }

    /** The move of one parameter. */
    private final class Step {
        private final Kernels k;
        private final double learningRate;

        Step(Kernels k, double learningRate) {
            this.k = k;
            this.learningRate = learningRate;
        }

        @Nullable
        Moved of(@Nullable Matrix parameter, @Nullable Matrix gradient, @Nullable List<Values> memory) {
            return parameter == null || gradient == null
                    ? null
                    : plan.optimizer()
                            .step(
                                    k,
                                    parameter,
                                    gradient,
                                    requireNonNull(memory).stream()
                                            .map(k::matrix)
                                            .toList(),
                                    learningRate,
                                    steps);
        }
    }

    @Override
    public List<LayerParameters<Values>> parameters() {
        return layers.stream().map(LayerState::parameters).toList();
    }

    @Override
    public void close() {
        // each step frees what it used
    }
}
