package dev.gradlens.check.oracle;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import org.jspecify.annotations.Nullable;

/**
 * The complex-step derivative of J: dJ/dx = Im J(x + ih)/h, which subtracts nothing and so loses no digits however small h
 * is.
 *
 * <p>Squire and Trapp, "Using Complex Variables to Estimate Derivatives of Real Functions", 1998; Martins, Sturdza and
 * Alonso, "The Complex-Step Derivative Approximation", 2003. Every function on the way is the complex one; none is built
 * from its derivative.
 */
public final class ComplexNetwork {

    /** h beside x: so small that (h/x)² vanishes beside any rounding, so large that h·x of a small x is a normal number. */
    public static final double RELATIVE_STEP = 1e-30;

    /** The smallest h, but beside an entry that is hardly larger: h times a gradient has to stay a normal number. */
    private static final double SMALLEST_STEP = 1e-250;

    /** The largest h/x: its square is still far below rounding. */
    private static final double LARGEST_RELATIVE_STEP = 1e-10;

    /** How far a step may lead off the real axis: the square of it is still far below rounding. */
    private static final double LARGEST_REACH = 1e-10;

    private final Setup setup;
    private final double relativeStep;
    private final ComplexForward forward;

    /** With the usual step. */
    public ComplexNetwork(Setup setup, KinkSides sides) {
        this(setup, sides, RELATIVE_STEP);
    }

    /** Runs forward once; every derivative starts from what it left. */
    public ComplexNetwork(Setup setup, KinkSides sides, double relativeStep) {
        this.relativeStep = relativeStep;
        this.setup = setup;
        this.forward = new ComplexForward(setup, sides);
    }

    /** The derivative of J by entry (i, j) of a node. */
    public double derivative(Node node, int i, int j) {
        if (node.kind() == Node.Kind.SIGMA2 && tensor(node).at(i, j).re() == 0) {
            return 0; // but for what has underflowed, nothing deviates from the mean, and so nothing depends on it
        }
        return derivative(node, i, j, step(node, i, j));
    }

    /** With a smaller h where a network of large gain makes of this one a step that bends what follows. */
    private double derivative(Node node, int i, int j, double h) {
        forward.takeReach();
        double derivative = cost(node, tensor(node).stepped(i, j, h), i).im() / h;
        double reach = forward.takeReach();
        if (!(reach > LARGEST_REACH)) {
            return derivative;
        }
        double smaller = h * Math.min(LARGEST_REACH, LARGEST_REACH / reach);
        return smaller < Double.MIN_NORMAL ? Double.NaN : derivative(node, i, j, smaller);
    }

    /** h for an entry: relative to its scale, or to the largest of its tensor where that is 0. */
    public double step(Node node, int i, int j) {
        double scale = scale(node, i, j);
        double used = scale > 0 ? scale : tensor(node).largest();
        double h = Math.max(relativeStep * (used > 0 ? used : 1), SMALLEST_STEP);
        return scale > 0 ? Math.min(h, LARGEST_RELATIVE_STEP * scale) : h;
    }

    /** How far an entry is from 0, and a probability from 1 too, where its logarithm ends. */
    private double scale(Node node, int i, int j) {
        int last = setup.spec().layers().size() - 1;
        return node.equals(new Node(last, Node.Kind.A)) && setup.spec().loss() instanceof BinaryCrossEntropy
                ? smallerProbability(forward.layer(last), i, j)
                : Math.abs(tensor(node).at(i, j).re());
    }

    /** A or 1 − A, of which the loss takes the logarithm, but for the one that a class of 0 or 1 leaves out. */
    private double smallerProbability(ComplexLayer last, int i, int j) {
        double y = setup.batch().y().at(i, j);
        double a = last.a().at(i, j).re();
        double oneMinusA = last.argument().at(i, j).negated().sigmoid().re();
        return Math.min(y == 0 ? 1 : a, y == 1 ? 1 : oneMinusA);
    }

    private ComplexMatrix tensor(Node node) {
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

    /** J with a node moved. */
    private Complex cost(Node node, ComplexMatrix moved, int i) {
        int l = node.layer();
        return switch (node.kind()) {
            case X -> forward.fromInput(0, moved);
            case W -> fromWeights(l, moved, i);
            case B -> forward.fromZ(l, forward.layer(l).z().combine(moved.imaginaryPart(), Complex::plus));
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
