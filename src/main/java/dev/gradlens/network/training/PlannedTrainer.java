package dev.gradlens.network.training;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps in fused passes over arrays that are planned once for a network, a batch size and a precision.
 *
 * <p>For networks of dense layers, with batch normalization or without, rectified or linear, under softmax cross-entropy and
 * the exact backward pass; {@link ReadableTrainer} takes all others, and is what this one is held against.
 */
final class PlannedTrainer<A> implements Trainer {
    private final TrainingPlan plan;
    private final Passes<A> passes;
    private final List<PlannedLayer<A>> layers = new ArrayList<>();
    private final A data;
    private final A targets;
    private final A x;
    private final A y;
    private long steps;

    PlannedTrainer(TrainingPlan plan, Passes<A> passes) {
        this.plan = plan;
        this.passes = passes;
        for (int l = 0; l < plan.spec().layers().size(); l++) {
            DenseSpec spec = (DenseSpec) plan.spec().layers().get(l);
            layers.add(new PlannedLayer<>(
                    passes,
                    spec,
                    plan.spec().inputsOf(l),
                    plan.parameters().get(l),
                    plan.optimizer(),
                    plan.batchSize()));
        }
        this.data = passes.copyOf(plan.data().x().rowMajor());
        this.targets = passes.copyOf(plan.data().y().rowMajor());
        this.x = passes.allocate(plan.batchSize() * plan.spec().inputs());
        this.y = passes.allocate(plan.batchSize() * plan.spec().outputs());
    }

    /** Whether it knows all that the plan asks for. */
    static boolean knows(TrainingPlan plan) {
        return plan.rule() == BackwardRule.EXACT
                && plan.spec().loss() instanceof SoftmaxCrossEntropy
                && plan.spec().layers().stream().allMatch(PlannedTrainer::knows);
    }

    private static boolean knows(LayerSpec layer) {
        boolean normalization = layer.normalization() == null || layer.normalization() instanceof BatchNorm;
        boolean activation = layer.activation() instanceof Relu || layer.activation() instanceof Identity;
        return layer instanceof DenseSpec && normalization && activation;
    }

    @Override
    public double step(int[] examples, double learningRate) {
        int m = examples.length;
        passes.gather(data, plan.spec().inputs(), examples, x);
        passes.gather(targets, plan.spec().outputs(), examples, y);
        A a = x;
        for (PlannedLayer<A> layer : layers) {
            layer.forward(a, m);
            a = layer.a();
        }
        double cost = passes.softmaxCrossEntropy(
                a, y, layers.getLast().d(), m, plan.spec().outputs());
        backward(m);
        double decay = decay();
        move(learningRate);
        return cost + decay;
    }

    private void backward(int m) {
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

    private void move(double learningRate) {
        steps++;
        for (PlannedLayer<A> layer : layers) {
            for (PlannedParameter<A> parameter : layer.learned()) {
                parameter.move(passes, plan.optimizer(), learningRate, steps);
            }
        }
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
