package dev.gradlens.check;

import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.NormalizationGradients;
import dev.gradlens.network.normalization.Paths;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether J can tell a right formula from a wrong one. Where J is a sum of Ztilda, say, whatever Z does to the mean and the
 * variance cancels: every gradient before the normalization is zero, and would be under many a wrong formula too.
 *
 * @param cancelling the layers, from 0, in which every path through the normalization cancels
 */
public record Observability(List<Integer> cancelling) {
    /** What is left of dZ beside its direct path in float64 where all has cancelled but rounding, off centre too. */
    private static final double ROUNDING = 1e-10;

    /** The same in float32, of which three more digits may be lost before it says nothing. */
    private static final double ROUNDING_IN_SINGLE = 1e-4;

    /**
     * Two values that are normalized together become ±1 but for epsilon, and one becomes 0: there hardly anything is seen
     * under any J, and it is a J's own fault only where it weights both alike.
     */
    private static final int FEWEST = 3;

    public Observability {
        cancelling = List.copyOf(cancelling);
    }

    /** From a forward pass, by the exact backward. */
    public static Observability of(Network network, Tape tape) {
        return of(network, network.backward(tape, BackwardRule.EXACT));
    }

    /** From the exact backward. */
    public static Observability of(Network network, List<LayerGradients> exact) {
        List<Integer> cancelling = new ArrayList<>();
        for (int l = 0; l < exact.size(); l++) {
            NormalizationGradients gradients = exact.get(l).normalization();
            if (gradients != null && isMoving(gradients.paths()) && cancels(network, l, gradients)) {
                cancelling.add(l);
            }
        }
        return new Observability(cancelling);
    }

    /** Whether the statistics depend on Z. */
    private static boolean isMoving(Paths paths) {
        return paths.throughVariance() != null;
    }

    private static boolean cancels(Network network, int l, NormalizationGradients gradients) {
        Values direct = gradients.paths().direct().values();
        double rounding = network.k().precision() == Precision.FLOAT64 ? ROUNDING : ROUNDING_IN_SINGLE;
        double negligible = rounding * Subject.largest(direct);
        return Subject.largest(gradients.dZ().values()) <= negligible
                && negligible > 0
                && isSeen(overBatch(network, l) ? direct.transposed() : direct, negligible);
    }

    private static boolean overBatch(Network network, int l) {
        return network.spec().layers().get(l).normalization() instanceof BatchNorm;
    }

    /** Whether another J would see more, given what is normalized together in each row. */
    private static boolean isSeen(Values together, double rounding) {
        return together.columns() >= FEWEST || (together.columns() == 2 && isConstant(together, rounding));
    }

    /** Whether the two entries of each row are the same. */
    private static boolean isConstant(Values rows, double rounding) {
        return IntStream.range(0, rows.rows()).allMatch(i -> Math.abs(rows.at(i, 0) - rows.at(i, 1)) <= rounding);
    }

    /** Whether the gradient of this node is zero because of what cancels behind it. */
    boolean hides(Node node) {
        if (cancelling.isEmpty()) {
            return false;
        }
        int last = cancelling.getLast();
        return node.layer() < last || (node.layer() == last && isBefore(node.kind()));
    }

    /** Whether a node of a layer lies before the place where its paths meet. */
    private static boolean isBefore(Kind kind) {
        return switch (kind) {
            case Z, SIGMA2, W, B, X -> true;
            case MU, Z_NORM, Z_TILDA, A, GAMMA, BETA -> false;
        };
    }
}
