package dev.gradlens.check.oracle;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import org.jspecify.annotations.Nullable;

/**
 * J as a function of any one node: what was computed from it is computed anew, all else stays.
 *
 * @param forward the first run, and what follows from there
 */
record Perturbation(Setup setup, ComplexForward forward) {

    /** What stands at a node. */
    ComplexMatrix tensor(Node node) {
        return requireNonNull(tensorOrNull(node));
    }

    private @Nullable ComplexMatrix tensorOrNull(Node node) {
        int l = node.layer();
        return switch (node.kind()) {
            case X -> forward.layer(0).aPrev();
            case W -> forward.parameters(l).w();
            case B -> forward.parameters(l).b();
            case GAMMA -> forward.gamma(l);
            case BETA -> forward.beta(l);
            case Z -> forward.layer(l).z();
            case MU -> forward.layer(l).mu();
            case SIGMA2 -> forward.layer(l).sigma2();
            case Z_NORM -> forward.layer(l).zNorm();
            case Z_TILDA -> forward.layer(l).argument();
            case A -> forward.layer(l).a();
        };
    }

    /**
     * J with a node moved, but for weight decay that does not change.
     *
     * @param i the row of the entry that has moved
     */
    Complex cost(Node node, ComplexMatrix moved, int i) {
        int l = node.layer();
        return switch (node.kind()) {
            case X -> forward.fromInput(0, moved);
            case W -> fromWeights(l, moved, i);
            case B -> fromBias(l, moved);
            case GAMMA -> forward.fromZNorm(l, zNorm(l), moved, forward.beta(l));
            case BETA -> forward.fromZNorm(l, zNorm(l), forward.gamma(l), moved);
            case Z -> forward.fromZ(l, moved);
            case MU -> forward.fromMu(l, forward.layer(l).z(), moved);
            case SIGMA2 ->
                forward.fromSigma2(
                        l, forward.layer(l).z(), requireNonNull(forward.layer(l).mu()), moved);
            case Z_NORM -> forward.fromZNorm(l, moved, forward.gamma(l), forward.beta(l));
            case Z_TILDA -> forward.fromArgument(l, moved);
            case A -> forward.fromA(l, moved);
        };
    }

    /** A bias has moved, and every example of its unit of Z as far. */
    private Complex fromBias(int l, ComplexMatrix b) {
        ComplexMatrix moved = b.combine(tensor(new Node(l, Node.Kind.B)), Complex::minus);
        return forward.fromZ(l, forward.layer(l).z().combine(moved, Complex::plus));
    }

    private ComplexMatrix zNorm(int l) {
        return requireNonNull(forward.layer(l).zNorm());
    }

    /** A weight of unit i has moved: that unit of Z anew, and its share of the weight decay. */
    private Complex fromWeights(int l, ComplexMatrix w, int i) {
        ComplexMatrix aPrev = forward.layer(l).aPrev();
        ComplexMatrix b = forward.parameters(l).b();
        ComplexMatrix z = forward.layer(l).z().copy();
        for (int example = 0; example < z.rows(); example++) {
            Complex product = aPrev.dot(example, w, i);
            z.set(example, i, b == null ? product : product.plus(b.at(0, i)));
        }
        Complex decay = w.dot(i, w, i).times(setup.spec().weightDecay() / 2);
        return forward.fromZ(l, z).plus(decay);
    }
}
