package dev.gradlens.check.stacked;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;

/**
 * Complex numbers a + ib with b so small that b² vanishes beside a: real parts are those of the unmoved network, bit for bit,
 * and only imaginary parts are computed. (a + ib)(c + id) is ac + i(ad + bc), √(a + ib) is √a + i·b/(2√a), and a function of
 * one number takes b to b times what it takes 1 to.
 */
record ImaginaryParts(Workspace workspace) implements Arithmetic {

    @Override
    public void addSquares(double[] q, double[] dc, double[] twiceCentred, int n) {
        Lanes.addProduct(q, dc, twiceCentred, n);
    }

    @Override
    public void denominators(double[] squares, double[] reciprocal, Denominator known, int n) {
        double[] root = known.root();
        double perTwiceDivisor = 0.5 / known.divisor();
        double outside = known.outside();
        for (int i = 0; i < n; i++) {
            double imaginary = squares[i] * perTwiceDivisor;
            squares[i] = imaginary == 0 ? 0 : imaginary / root[i];
            reciprocal[i] = 1 / (root[i] + outside);
        }
    }

    @Override
    public double square(double w, double dw) {
        return 2 * w * dw;
    }

    @Override
    public StackedActivation activation(int l) {
        Activation activation = workspace.activation(l);
        if (activation instanceof Identity) {
            return moved -> {};
        }
        return activation instanceof Softmax
                ? new SoftmaxImaginary(workspace, workspace.run().argument(l), workspace.units(l))
                : new StraightActivation(
                        workspace.spreadAll(workspace.run().slopes(l), workspace.units(l)), workspace.size(), null);
    }

    @Override
    public StackedLoss loss() {
        int last = workspace.layers() - 1;
        Loss loss = workspace.run().setup().spec().loss();
        return switch (loss) {
            case CrossEntropy() ->
                new CrossEntropyImaginary(workspace, workspace.run().argument(last), workspace.units(last));
            case SoftmaxCrossEntropy() ->
                new CrossEntropyImaginary(workspace, workspace.run().a(last), workspace.units(last));
            case BinaryCrossEntropy() -> weighted(true, 1.0 / workspace.examples());
            case SigmoidBinaryCrossEntropy(), MeanSquaredError(), HalfMeanSquaredError() ->
                weighted(false, 1.0 / workspace.examples());
            case Upstream() -> weighted(false, 1);
        };
    }

    private StackedLoss weighted(boolean ofArgument, double scale) {
        return WeightedLoss.of(workspace, workspace.run().slopesOfLoss(ofArgument), scale, 0);
    }
}
