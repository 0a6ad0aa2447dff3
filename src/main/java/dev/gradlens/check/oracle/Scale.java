package dev.gradlens.check.oracle;

import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Normalization;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * By how much an entry has to move before J bends. A normalization sees how far numbers lie apart, not how far from 0; so
 * where there are examples it is their spread.
 */
final class Scale {
    private final ComplexNetwork network;
    private @Nullable Leeway leeway;

    Scale(ComplexNetwork network) {
        this.network = network;
    }

    /** Positive. */
    double of(Node node, int i, int j) {
        return withLeeway(ofEntry(node, i, j), node, i, j);
    }

    /** An entry may be tiny, and so may all beside it, where J bends only much farther off; 0 says nothing at all. */
    private double withLeeway(double ofEntry, Node node, int i, int j) {
        return ofEntry > 0 ? positiveOr(Math.max(ofEntry, leeway(node, i, j)), 1) : 1;
    }

    /** At most 1, as for a 0: products of tiny weights may leave so much leeway that J would overflow. */
    private double leeway(Node node, int i, int j) {
        if (leeway == null) {
            leeway = new Leeway(network);
        }
        return positiveOr(Math.min(1, leeway.of(node, i, j)), 0);
    }

    private double ofEntry(Node node, int i, int j) {
        return switch (node.kind()) {
            case X, Z, Z_NORM, Z_TILDA -> spread(node, i, j);
            case A -> Math.min(spread(node, i, j), toTheEndOfLogarithm(node, i, j));
            case SIGMA2 -> network.entry(node, i, j);
            case MU -> Math.sqrt(network.entry(new Node(node.layer(), Kind.SIGMA2), i, j));
            case W, B, GAMMA, BETA -> Math.max(Math.abs(network.entry(node, i, j)), rootMeanSquare(node, i));
        };
    }

    /** Of many entries of a parameter, row by row. */
    double[] ofParameter(Node node, int columns, int[] indices) {
        double[] scales = new double[indices.length];
        int row = -1;
        double ofRow = 0;
        for (int k = 0; k < indices.length; k++) {
            int i = indices[k] / columns;
            if (i != row) {
                row = i;
                ofRow = rootMeanSquare(node, i);
            }
            int j = indices[k] % columns;
            double ofEntry = Math.max(Math.abs(network.entry(node, i, j)), ofRow);
            scales[k] = withLeeway(ofEntry, node, i, j);
        }
        return scales;
    }

    /** A probability of which the loss takes the logarithm must not be moved to 0, or to 1. */
    private double toTheEndOfLogarithm(Node node, int i, int j) {
        boolean isLast = node.layer() == network.setup().spec().layers().size() - 1;
        return switch (network.setup().spec().loss()) {
            case CrossEntropy(), BinaryCrossEntropy() ->
                isLast ? positiveOr(network.scale(node, i, j), Double.MAX_VALUE) : Double.MAX_VALUE;
            case SoftmaxCrossEntropy(),
                    SigmoidBinaryCrossEntropy(),
                    MeanSquaredError(),
                    HalfMeanSquaredError(),
                    Upstream() -> Double.MAX_VALUE;
        };
    }

    private static double positiveOr(double scale, double otherwise) {
        return scale > 0 && Double.isFinite(scale) ? scale : otherwise;
    }

    private double rootMeanSquare(Node node, int i) {
        return Math.sqrt(row(node, i).map(entry -> entry * entry).average().orElse(0));
    }

    /** Of the examples of its feature, or of the units of its example, whichever is normalized together. */
    private double spread(Node node, int i, int j) {
        double overBatch = deviation(column(node, j).toArray());
        double overUnits = deviation(row(node, i).toArray());
        double spread = isNormalizedOverUnits(node) ? overUnits : overBatch;
        return positiveOr(spread, positiveOr(Math.abs(network.entry(node, i, j)), 1));
    }

    private boolean isNormalizedOverUnits(Node node) {
        int reader = node.kind() == Kind.A || node.kind() == Kind.X ? node.layer() + 1 : node.layer();
        int layers = network.setup().spec().layers().size();
        Normalization normalization =
                reader < layers ? network.setup().spec().layers().get(reader).normalization() : null;
        return normalization != null && !(normalization instanceof BatchNorm);
    }

    private static double deviation(double[] entries) {
        double mean = DoubleStream.of(entries).average().orElse(0);
        return Math.sqrt(DoubleStream.of(entries)
                .map(entry -> (entry - mean) * (entry - mean))
                .average()
                .orElse(0));
    }

    private DoubleStream row(Node node, int i) {
        return IntStream.range(0, network.tensor(node).columns()).mapToDouble(j -> network.entry(node, i, j));
    }

    private DoubleStream column(Node node, int j) {
        return IntStream.range(0, network.tensor(node).rows()).mapToDouble(i -> network.entry(node, i, j));
    }
}
