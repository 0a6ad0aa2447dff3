package dev.gradlens.network.training;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.network.optimizer.Optimizer.Moved;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps by the layers and optimizers as they are written down, each on kernels of its own. */
final class ReadableTrainer implements Trainer {
    private final TrainingPlan plan;
    private final KernelsProvider provider;
    private final Setup start; // every number rounded once
    private final List<LayerParameters<Values>> parameters;
    private final List<LayerParameters<List<Values>>> memory;
    private long steps;
    private @Nullable Kernels kernels; // of the step that is being taken
    private @Nullable Halfway halfway;

    ReadableTrainer(TrainingPlan plan, KernelsProvider provider) {
        this.plan = plan;
        this.provider = provider;
        this.start =
                new Setup(plan.spec(), plan.start().parameters(), plan.data(), Mode.TRAINING).rounded(plan.precision());
        this.parameters = new ArrayList<>(start.parameters());
        this.memory = new ArrayList<>(plan.start().memory());
        this.steps = plan.start().steps();
    }

    /**
     * A step between its gradients and its move.
     *
     * @param gradients of what is learned, a layer each
     */
    record Halfway(Network network, Tape tape, List<LayerParameters<Matrix>> gradients) {
        Halfway {
            gradients = List.copyOf(gradients);
        }

        Halfway scaled(double factor) {
            List<LayerParameters<Matrix>> scaled = gradients.stream()
                    .map(layer -> layer.map(gradient -> network.k().multiply(gradient, factor)))
                    .toList();
            return new Halfway(network, tape, scaled);
        }
    }

    @Override
    public double gradients(int[] examples) {
        close();
        Kernels k = provider.open(plan.precision());
        kernels = k;
        Batch data = start.batch();
        Batch batch = new Batch(data.x().rows(examples), data.y().rows(examples));
        Setup setup = new Setup(start.spec(), parameters, batch, Mode.TRAINING);
        Network network = setup.on(k);
        Tape tape = setup.forward(network);
        List<LayerParameters<Matrix>> gradients = network.backward(tape, plan.rule()).stream()
                .map(LayerGradients::ofParameters)
                .toList();
        halfway = new Halfway(network, tape, gradients);
        for (int l = 0; l < parameters.size(); l++) {
            parameters.set(
                    l, withRunning(parameters.get(l), tape.layers().get(l).normalization()));
        }
        return tape.cost();
    }

    private static LayerParameters<Values> withRunning(
            LayerParameters<Values> layer, @Nullable NormalizationTape normalized) {
        return normalized == null || normalized.running() == null
                ? layer
                : new LayerParameters<>(
                        layer.w(),
                        layer.b(),
                        layer.gamma(),
                        layer.beta(),
                        normalized.running().mean().values(),
                        normalized.running().variance().values());
    }

    @Override
    public double gradientNorm() {
        plan.requireWatched();
        return ReadableSight.norm(halfway().gradients());
    }

    @Override
    public Map<Node, Values> gradientsByNode() {
        plan.requireWatched();
        Map<Node, Values> gradients = new LinkedHashMap<>();
        for (int l = 0; l < parameters.size(); l++) {
            for (Node.Kind kind : Node.Kind.values()) {
                Matrix gradient =
                        kind.isParameter() ? halfway().gradients().get(l).at(kind) : null;
                if (gradient != null) {
                    gradients.put(new Node(l, kind), gradient.values());
                }
            }
        }
        return gradients;
    }

    @Override
    public void scaleGradients(double factor) {
        plan.requireWatched();
        halfway = halfway().scaled(factor);
    }

    @Override
    public void move(double learningRate) {
        steps++;
        for (int l = 0; l < parameters.size(); l++) {
            move(l, learningRate);
        }
    }

    private void move(int l, double learningRate) {
        LayerParameters<Matrix> from = halfway().network().parameters().get(l);
        LayerParameters<Matrix> gradients = halfway().gradients().get(l);
        LayerParameters<List<Values>> remembered = memory.get(l);
        Moved w = moved(from.w(), gradients.w(), remembered.w(), learningRate);
        Moved b = moved(from.b(), gradients.b(), remembered.b(), learningRate);
        Moved gamma = moved(from.gamma(), gradients.gamma(), remembered.gamma(), learningRate);
        Moved beta = moved(from.beta(), gradients.beta(), remembered.beta(), learningRate);
        LayerParameters<Values> kept = parameters.get(l);
        LayerParameters<Moved> moved = new LayerParameters<>(w, b, gamma, beta, null, null);
        LayerParameters<Values> learned =
                moved.map(parameter -> parameter.parameter().values());
        parameters.set(
                l,
                new LayerParameters<>(
                        learned.w(),
                        learned.b(),
                        learned.gamma(),
                        learned.beta(),
                        kept.runningMean(),
                        kept.runningVariance()));
        memory.set(
                l,
                moved.map(parameter ->
                        parameter.memory().stream().map(Matrix::values).toList()));
    }

    private @Nullable Moved moved(
            @Nullable Matrix parameter,
            @Nullable Matrix gradient,
            @Nullable List<Values> remembered,
            double learningRate) {
        if (parameter == null || gradient == null) {
            return null;
        }
        Kernels k = halfway().network().k();
        List<Matrix> loaded = requireNonNull(remembered).stream().map(k::matrix).toList();
        return plan.optimizer().step(k, parameter, gradient, loaded, learningRate, steps);
    }

    Halfway halfway() {
        if (halfway == null) {
            throw new IllegalStateException("a move follows its gradients");
        }
        return halfway;
    }

    @Override
    public Values output() {
        return halfway().tape().layers().getLast().a().values();
    }

    @Override
    public List<LayerParameters<Values>> parameters() {
        return List.copyOf(parameters);
    }

    @Override
    public TrainerState state() {
        return new TrainerState(parameters, memory, steps);
    }

    /** Also between two steps, each of which has kernels of its own. */
    @Override
    public void close() {
        halfway = null;
        if (kernels != null) {
            kernels.close();
            kernels = null;
        }
    }
}
