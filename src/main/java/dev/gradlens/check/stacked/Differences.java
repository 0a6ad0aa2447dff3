package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.KnownRun.Normalized;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Elu;
import dev.gradlens.network.activation.Gelu;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Silu;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Softplus;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.Epsilon;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Real numbers, each as what it differs by from that of the unmoved network, so that what cancels in J(x + h) − J(x − h) is
 * never added: (c + dc)² is c² + dc·(2c + dc), and √(v + dv) is √v + dv/(√(v + dv) + √v).
 *
 * @param hold what is held on its side
 * @param crossings where kinks may have been crossed, if they are held
 * @param changed becomes true in each column in which an activation has left the side of its kink, if none is held
 */
record Differences(Workspace workspace, Hold hold, Crossings crossings, boolean[] changed) implements Arithmetic {

    static Differences of(Workspace workspace, Hold hold) {
        return new Differences(workspace, hold, new Crossings(workspace), new boolean[workspace.columns()]);
    }

    @Override
    public void begin() {
        crossings.clear();
        Arrays.fill(changed, false);
    }

    @Override
    public void end() {
        crossings.sum();
    }

    @Override
    public boolean isMarked(int column) {
        return hold == Hold.NONE ? changed[column] : crossings.mayHave(column);
    }

    @Override
    public void addSquares(double[] q, double[] dc, double[] twiceCentred, int n) {
        for (int i = 0; i < n; i++) {
            q[i] += dc[i] * (twiceCentred[i] + dc[i]);
        }
    }

    @Override
    public void denominators(double[] squares, double[] reciprocal, Denominator known, int n) {
        double[] sigma2 = known.sigma2();
        double[] root = known.root();
        double perDivisor = 1 / known.divisor();
        double inside = known.inside();
        double outside = known.outside();
        for (int i = 0; i < n; i++) {
            double moves = squares[i] * perDivisor;
            double moved = Math.sqrt(sigma2[i] + moves + inside);
            double both = moved + root[i];
            squares[i] = both == 0 ? 0 : moves / both;
            reciprocal[i] = 1 / (moved + outside);
        }
    }

    @Override
    public double square(double w, double dw) {
        return dw * (2 * w + dw);
    }

    @Override
    public StackedNormalization batchNormalization(Epsilon epsilon, double divisor, Normalized known, double[] gamma) {
        return workspace.isOfVectors()
                ? new VectorBatchNormalization(
                        workspace, Denominator.of(known.sigma2(), divisor, epsilon), known, gamma)
                : Arithmetic.super.batchNormalization(epsilon, divisor, known, gamma);
    }

    @Override
    public StackedActivation activation(int l) {
        Activation activation = workspace.activation(l);
        if (hold == Hold.NONE && activation.hasKink()) {
            return new FreeActivation(workspace, l, Curve.of(activation), changed);
        }
        return switch (activation) {
            case Identity() -> moved -> {};
            case Relu(), LeakyRelu(double _) -> straight(l);
            case Elu(double _), Tanh(), Sigmoid(), Softplus(), Silu(), Gelu() ->
                new CurvedActivation(
                        workspace, l, Curve.of(activation), hold == Hold.ALL || activation.hasKink(), crossed(l));
            case Softmax() -> new SoftmaxDifference(workspace, workspace.run().argument(l), workspace.units(l));
        };
    }

    private StackedActivation straight(int l) {
        double[] slopes = workspace.run().slopes(l);
        int units = workspace.units(l);
        return workspace.isOfVectors()
                ? new VectorStraightActivation(workspace, units, slopes, crossings.reciprocals(l), crossings.approach())
                : new StraightActivation(workspace.spreadAll(slopes, units), workspace.size(), crossed(l));
    }

    private Crossings.@Nullable OfLayer crossed(int l) {
        return workspace.activation(l).hasKink() ? crossings.of(l) : null;
    }

    @Override
    public StackedLoss loss() {
        int last = workspace.layers() - 1;
        int units = workspace.units(last);
        double[] argument = workspace.run().argument(last);
        double[] a = workspace.run().a(last);
        double mean = 1.0 / workspace.examples();
        return switch (workspace.run().setup().spec().loss()) {
            case CrossEntropy() -> crossEntropy(argument, units);
            case SoftmaxCrossEntropy() -> crossEntropy(a, units);
            case BinaryCrossEntropy() -> new BinaryDifference(workspace, argument, units);
            case SigmoidBinaryCrossEntropy() -> new BinaryDifference(workspace, a, units);
            case MeanSquaredError() -> weighted(errors(a, 2), mean, 1);
            case HalfMeanSquaredError() -> weighted(errors(a, 1), mean, 0.5);
            case Upstream() -> weighted(workspace.y(), 1, 0);
        };
    }

    private StackedLoss crossEntropy(double[] logits, int units) {
        return workspace.isOfVectors()
                ? new VectorCrossEntropy(workspace, logits, units)
                : new CrossEntropyDifference(workspace, logits, units);
    }

    private double[] errors(double[] a, double factor) {
        double[] errors = new double[a.length];
        for (int index = 0; index < a.length; index++) {
            errors[index] = factor * (a[index] - workspace.y()[index]);
        }
        return errors;
    }

    private StackedLoss weighted(double[] weights, double scale, double square) {
        return WeightedLoss.of(workspace, weights, scale, square);
    }
}
