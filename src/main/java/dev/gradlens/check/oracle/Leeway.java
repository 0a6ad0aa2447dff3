package dev.gradlens.check.oracle;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.Node;
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
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Mode;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How far numbers may move, however small they are themselves, before something behind them bends: a function of one number
 * when its argument has moved by about 1, a normalization when Z has moved by its denominator, a kink when an argument has
 * moved by its own size. Told from the loss back to the input: what moves a number behind it w times as far as itself has
 * 1/w of its leeway.
 */
final class Leeway {
    /** Of functions that are made of exponentials. */
    private static final double OF_EXPONENTIALS = 1;

    private final ComplexNetwork network;
    private final double[][] ofInputs;
    private final double[][] ofZ;
    private final double[][] ofArguments;
    private final double[] ofOutputs;
    private final double[] perWeight;
    private final double[] perScale;

    Leeway(ComplexNetwork network) {
        int layers = network.setup().spec().layers().size();
        this.network = network;
        this.ofInputs = new double[layers][];
        this.ofZ = new double[layers][];
        this.ofArguments = new double[layers][];
        this.perWeight = new double[layers];
        this.perScale = new double[layers];
        this.ofOutputs = ofOutputs();
        double[] ofA = ofOutputs;
        for (int l = layers - 1; l >= 0; l--) {
            ComplexLayer layer = network.forward().layer(l);
            ofArguments[l] = ofArguments(l, layer.argument(), ofA);
            ofZ[l] = layer.zNorm() == null ? ofArguments[l] : ofNormalized(l, layer);
            ofInputs[l] = ofInputs(l);
            ofA = ofInputs[l];
            perWeight[l] = layer.aPrev().largest();
            perScale[l] = layer.zNorm() == null ? 0 : layer.zNorm().largest();
        }
    }

    /** Of an entry; not negative, and infinite where nothing bends. */
    double of(Node node, int i, int j) {
        int l = node.layer();
        return switch (node.kind()) {
            case X -> ofInputs[0][j];
            case A -> l + 1 < ofInputs.length ? ofInputs[l + 1][j] : ofOutputs[j];
            case Z_TILDA, BETA -> ofArguments[l][j];
            case Z_NORM ->
                Math.min(
                        1,
                        ofArguments[l][j]
                                / Math.abs(network.forward().gamma(l).at(0, j).re()));
            case GAMMA -> ofArguments[l][j] / perScale[l];
            case Z, B -> ofZ[l][j];
            case W -> ofZ[l][i] / perWeight[l];
            case MU, SIGMA2 -> 0;
        };
    }

    private double[] ofOutputs() {
        int last = network.setup().spec().layers().size() - 1;
        ComplexMatrix a = network.forward().layer(last).a();
        double[] leeways = new double[a.columns()];
        Arrays.fill(
                leeways,
                switch (network.setup().spec().loss()) {
                    case CrossEntropy(), SoftmaxCrossEntropy(), BinaryCrossEntropy(), SigmoidBinaryCrossEntropy() ->
                        OF_EXPONENTIALS;
                    case MeanSquaredError(), HalfMeanSquaredError(), Upstream() -> positiveOr(a.largest(), 1);
                });
        return leeways;
    }

    private double[] ofArguments(int l, ComplexMatrix argument, double[] ofA) {
        Activation activation = network.setup().spec().layers().get(l).activation();
        double[] leeways = new double[ofA.length];
        for (int j = 0; j < leeways.length; j++) {
            double smooth = switch (activation) {
                case Identity(), Relu(), LeakyRelu(double _) -> ofA[j];
                case Elu(double _), Tanh(), Sigmoid(), Softplus(), Silu(), Gelu() -> Math.min(OF_EXPONENTIALS, ofA[j]);
                case Softmax() -> Math.min(OF_EXPONENTIALS, smallest(ofA));
            };
            leeways[j] = activation.hasKink() ? Math.min(smooth, positiveOr(largest(argument, j), smooth)) : smooth;
        }
        return leeways;
    }

    /** Of Z, which is divided by s and multiplied by gamma. */
    private double[] ofNormalized(int l, ComplexLayer layer) {
        boolean isOverBatch = network.setup().spec().layers().get(l).normalization() instanceof BatchNorm;
        boolean isFixed = isOverBatch && network.setup().mode() == Mode.INFERENCE;
        ComplexMatrix s = network.forward().normalization(l).s(requireNonNull(layer.sigma2()));
        double[] perS = new double[ofArguments[l].length];
        for (int j = 0; j < perS.length; j++) {
            double ofZNorm = ofArguments[l][j]
                    / Math.abs(network.forward().gamma(l).at(0, j).re());
            perS[j] = isFixed ? ofZNorm : Math.min(1, ofZNorm);
        }
        double[] leeways = new double[perS.length];
        for (int j = 0; j < leeways.length; j++) {
            leeways[j] = isOverBatch ? s.at(0, j).re() * perS[j] : smallest(s.re()) * smallest(perS);
        }
        return leeways;
    }

    private double[] ofInputs(int l) {
        ComplexMatrix w = network.forward().parameters(l).w();
        if (w == null) {
            return ofZ[l];
        }
        double[] leeways = new double[w.columns()];
        Arrays.fill(leeways, Double.POSITIVE_INFINITY);
        for (int i = 0; i < w.rows(); i++) {
            for (int j = 0; j < w.columns(); j++) {
                leeways[j] =
                        Math.min(leeways[j], ofZ[l][i] / Math.abs(w.at(i, j).re()));
            }
        }
        return leeways;
    }

    private static double largest(ComplexMatrix matrix, int j) {
        double largest = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            largest = Math.max(largest, Math.abs(matrix.at(i, j).re()));
        }
        return largest;
    }

    private static double smallest(double[] numbers) {
        return DoubleStream.of(numbers).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double positiveOr(double number, double otherwise) {
        return number > 0 ? number : otherwise;
    }
}
