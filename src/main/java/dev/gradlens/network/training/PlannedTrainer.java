package dev.gradlens.network.training;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps in fused passes over arrays that are planned once for a network, a batch size and a precision.
 *
 * <p>For networks of dense layers, with batch normalization or without, rectified or linear, under cross-entropy of a
 * softmax and the exact backward pass; {@link ReadableTrainer} takes all others, and is what this one is held against.
 */
final class PlannedTrainer<A> implements Trainer {
    private final TrainingPlan plan;
    private final Passes<A> passes;
    private final List<PlannedLayer<A>> layers = new ArrayList<>();
    private final A data;
    private final A targets;
    private final A x;
    private final A y;
    private int m;
    private long steps;

    PlannedTrainer(TrainingPlan plan, Passes<A> passes) {
        this.plan = plan;
        this.passes = passes;
        for (int l = 0; l < plan.spec().layers().size(); l++) {
            layers.add(new PlannedLayer<>(passes, plan, l));
        }
        this.data = passes.copyOf(plan.data().x().rowMajor());
        this.targets = passes.copyOf(plan.data().y().rowMajor());
        this.x = passes.allocate(plan.batchSize() * plan.spec().inputs());
        this.y = passes.allocate(plan.batchSize() * plan.spec().outputs());
        this.steps = plan.start().steps();
    }

    /** Whether it knows all that the plan asks for. */
    static boolean knows(TrainingPlan plan) {
        List<LayerSpec> layers = plan.spec().layers();
        return plan.rule() == BackwardRule.EXACT
                && knows(plan.spec().loss(), layers.getLast().activation())
                && layers.stream().allMatch(PlannedTrainer::knows);
    }

    /** A softmax before its own cross-entropy is part of the loss. */
    private static boolean knows(Loss loss, Activation last) {
        return last instanceof Softmax ? loss instanceof CrossEntropy : loss instanceof SoftmaxCrossEntropy;
    }

    private static boolean knows(LayerSpec layer) {
        boolean normalization = layer.normalization() == null || layer.normalization() instanceof BatchNorm;
        boolean activation = switch (layer.activation()) {
            case Relu(), Identity(), Softmax() -> true; // a softmax is the last one's only
            default -> false;
        };
        return layer instanceof DenseSpec && normalization && activation;
    }

    @Override
    public double gradients(int[] examples) {
        m = examples.length;
        passes.gather(data, plan.spec().inputs(), examples, x);
        passes.gather(targets, plan.spec().outputs(), examples, y);
        A a = x;
        for (PlannedLayer<A> layer : layers) {
            layer.forward(a, m);
            a = layer.a();
        }
        double cost = passes.softmaxCrossEntropy(
                a, y, layers.getLast().d(), m, plan.spec().outputs());
        backward();
        return cost + decay();
    }

    private void backward() {
        for (int l = layers.size() - 1; l > 0; l--) {
            PlannedLayer<A> previous = layers.get(l - 1);
            layers.get(l).backward(previous.a(), previous.d(), m);
        }
        layers.getFirst().backward(x, null, m);
    }

    private double decay() {
        double lambda = plan.spec().weightDecay();
        return lambda == 0
                ? 0
                : layers.stream().mapToDouble(layer -> layer.decay(lambda)).sum();
    }

    @Override
    public double gradientNorm() {
        plan.requireWatched();
        double sum = 0;
        for (PlannedLayer<A> layer : layers) {
            for (PlannedParameter<A> parameter : layer.learned().tensors()) {
                sum += passes.sumOfSquares(parameter.gradient());
            }
        }
        return Math.sqrt(sum);
    }

    @Override
    public void scaleGradients(double factor) {
        plan.requireWatched();
        for (PlannedLayer<A> layer : layers) {
            layer.learned().tensors().forEach(parameter -> passes.scale(parameter.gradient(), factor));
        }
    }

    @Override
    public void move(double learningRate) {
        steps++;
        for (PlannedLayer<A> layer : layers) {
            for (PlannedParameter<A> parameter : layer.learned().tensors()) {
                parameter.move(passes, plan.optimizer(), learningRate, steps);
            }
        }
    }

    @Override
    public Map<Node, Values> gradientsByNode() {
        plan.requireWatched();
        Map<Node, Values> gradients = new LinkedHashMap<>();
        for (int l = 0; l < layers.size(); l++) {
            for (Node.Kind kind : Node.Kind.values()) {
                PlannedParameter<A> parameter =
                        kind.isParameter() ? layers.get(l).learned().at(kind) : null;
                if (parameter != null) {
                    gradients.put(new Node(l, kind), parameter.gradientValues(passes));
                }
            }
        }
        return gradients;
    }

    Passes<A> passes() {
        return passes;
    }

    List<PlannedLayer<A>> layers() {
        return layers;
    }

    /** How many the last batch had. */
    int examples() {
        return m;
    }

    @Override
    public Values output() {
        int outputs = plan.spec().outputs();
        double[] entries = Arrays.copyOf(passes.toDoubles(layers.getLast().a()), m * outputs);
        Values a = new Values(m, outputs, entries);
        return plan.spec().loss() instanceof CrossEntropy ? PlannedOutput.softmax(a, plan.precision()) : a;
    }

    @Override
    public TrainerState state() {
        List<LayerParameters<List<Values>>> memory =
                layers.stream().map(PlannedLayer::memory).toList();
        return new TrainerState(parameters(), memory, steps);
    }

    @Override
    public List<LayerParameters<Values>> parameters() {
        return layers.stream().map(PlannedLayer::parameters).toList();
    }

    @Override
    public void close() {
        // arrays are the garbage collector's
    }
}
