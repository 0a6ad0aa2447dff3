package dev.gradlens.network.training;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.network.training.ReadableTrainer.Halfway;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** What can be seen of a readable trainer, in plain numbers. */
final class ReadableSight implements Sight {
    /** From where on an activation between 0 or −1 and 1 hardly moves any more. */
    private static final double SATURATED = 0.99;

    private final ReadableTrainer trainer;
    private List<LayerParameters<Values>> remembered;

    ReadableSight(ReadableTrainer trainer) {
        this.trainer = trainer;
        this.remembered = trainer.parameters();
    }

    @Override
    public void remember() {
        remembered = trainer.parameters();
    }

    @Override
    public double norm(int layer, Kind parameter) {
        return norm(entries(layer, parameter));
    }

    @Override
    public double gradientNorm(int layer, Kind parameter) {
        Matrix gradient = trainer.halfway().gradients().get(layer).at(parameter);
        return norm(requireNonNull(gradient).toArray());
    }

    @Override
    public double moved(int layer) {
        Values before = requireNonNull(remembered.get(layer).w());
        Values after = requireNonNull(trainer.parameters().get(layer).w());
        return norm(after.plus(before, -1).rowMajor());
    }

    @Override
    public double[] entries(int layer, Kind parameter) {
        return requireNonNull(trainer.parameters().get(layer).at(parameter)).rowMajor();
    }

    @Override
    public double deadShare(int layer) {
        Values a = a(layer);
        boolean[] lives = new boolean[a.columns()];
        for (int at = 0; at < a.size(); at++) {
            lives[at % a.columns()] |= a.rowMajor()[at] != 0;
        }
        int dead = 0;
        for (boolean unit : lives) {
            dead += unit ? 0 : 1;
        }
        return (double) dead / a.columns();
    }

    @Override
    public double saturatedShare(int layer) {
        boolean isTanh = trainer.halfway().network().spec().layers().get(layer).activation() instanceof Tanh;
        DoublePredicate isSaturated = isTanh ? a -> Math.abs(a) > SATURATED : a -> a < 1 - SATURATED || a > SATURATED;
        double[] a = a(layer).rowMajor();
        return (double) DoubleStream.of(a).filter(isSaturated).count() / a.length;
    }

    private Values a(int layer) {
        return trainer.halfway().tape().layers().get(layer).a().values();
    }

    @Override
    public Statistics statistics(int layer) {
        Halfway halfway = trainer.halfway();
        NormalizationTape tape =
                requireNonNull(halfway.tape().layers().get(layer).normalization());
        BatchNorm spec = (BatchNorm)
                requireNonNull(halfway.network().spec().layers().get(layer).normalization());
        double toKept = tape.divisor()
                / spec.running().varianceEstimator().divisor(tape.zNorm().rows());
        return new Statistics(
                requireNonNull(tape.mu()).toArray(),
                tape.sigma2().values().times(toKept).rowMajor(),
                requireNonNull(tape.running()).mean().toArray(),
                requireNonNull(tape.running()).variance().toArray());
    }

    @Override
    public Alignment alignment() {
        Halfway halfway = trainer.halfway();
        double[] used = flat(halfway.gradients());
        double[] exact = flat(halfway.network().backward(halfway.tape(), BackwardRule.EXACT).stream()
                .map(LayerGradients::ofParameters)
                .toList());
        double product = 0;
        for (int at = 0; at < used.length; at++) {
            product += exact[at] * used[at];
        }
        return new Alignment(product, norm(used), norm(exact));
    }

    private static double[] flat(List<LayerParameters<Matrix>> gradients) {
        return gradients.stream()
                .flatMap(layer -> layer.tensors().stream())
                .flatMapToDouble(tensor -> Arrays.stream(tensor.toArray()))
                .toArray();
    }

    /** ‖·‖ of all gradients together. */
    static double norm(List<LayerParameters<Matrix>> gradients) {
        return norm(flat(gradients));
    }

    private static double norm(double[] entries) {
        double sum = 0;
        for (double entry : entries) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }
}
