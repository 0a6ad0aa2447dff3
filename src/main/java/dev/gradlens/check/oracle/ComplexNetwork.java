package dev.gradlens.check.oracle;

import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import java.util.HashMap;
import java.util.Map;

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

    /** The smallest h, but close to where a function ends: h times a gradient has to stay a normal number. */
    private static final double SMALLEST_STEP = 1e-250;

    /** The largest h beside how far it is to where a function ends: its square is still far below rounding. */
    private static final double LARGEST_RELATIVE_STEP = 1e-10;

    /** How far a step may lead off the real axis: the square of it is still far below rounding. */
    private static final double LARGEST_REACH = 1e-10;

    private final Setup setup;
    private final double relativeStep;
    private final ComplexForward forward;
    private final Perturbation perturbation;
    private final Map<Node, Double> largest = new HashMap<>();

    /** With the usual step. */
    public ComplexNetwork(Setup setup, KinkSides sides) {
        this(setup, sides, RELATIVE_STEP);
    }

    /** Runs forward once; every derivative starts from what it left. */
    public ComplexNetwork(Setup setup, KinkSides sides, double relativeStep) {
        this.relativeStep = relativeStep;
        this.setup = setup;
        this.forward = new ComplexForward(setup, sides);
        this.perturbation = new Perturbation(setup, forward);
    }

    /** The derivative of J by entry (i, j) of a node. */
    public double derivative(Node node, int i, int j) {
        return isConstant(node, i, j) ? 0 : derivative(node, i, j, step(node, i, j));
    }

    /** A variance of 0: but for what has underflowed, nothing deviates from the mean, and so nothing depends on it. */
    boolean isConstant(Node node, int i, int j) {
        return node.kind() == Node.Kind.SIGMA2 && entry(node, i, j) == 0;
    }

    /** The derivative by a given h, which may be so long that it is truncated. */
    double derivativeByStep(Node node, int i, int j, double h) {
        return isConstant(node, i, j) ? 0 : imaginaryCost(node, i, j, h) / h;
    }

    private double imaginaryCost(Node node, int i, int j, double h) {
        return perturbation.cost(node, tensor(node).stepped(i, j, h), i).im();
    }

    /** With a smaller h where a network of large gain makes of this one a step that bends what follows. */
    private double derivative(Node node, int i, int j, double h) {
        forward.takeReach();
        double derivative = imaginaryCost(node, i, j, h) / h;
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
        double used = scale > 0 ? scale : largest(node);
        double h = Math.max(relativeStep * (used > 0 ? used : 1), SMALLEST_STEP);
        return scale > 0 && isNearAnEnd(node) ? Math.min(h, LARGEST_RELATIVE_STEP * scale) : h;
    }

    /** Whether a root or a logarithm is taken of a node, which end at 0; all else goes on there. */
    private boolean isNearAnEnd(Node node) {
        boolean isOutput = node.equals(new Node(setup.spec().layers().size() - 1, Node.Kind.A));
        return isOutput || node.kind() == Node.Kind.SIGMA2;
    }

    private double largest(Node node) {
        return largest.computeIfAbsent(node, known -> tensor(known).largest());
    }

    /** The entry itself. */
    public double entry(Node node, int i, int j) {
        return tensor(node).at(i, j).re();
    }

    ComplexMatrix tensor(Node node) {
        return perturbation.tensor(node);
    }

    Setup setup() {
        return setup;
    }

    /** What the first run left. */
    public KnownRun known() {
        return new KnownRun(setup, forward);
    }

    ComplexForward forward() {
        return forward;
    }

    /** How far an entry is from 0, and a probability from 1 too, where its logarithm ends. */
    double scale(Node node, int i, int j) {
        int last = setup.spec().layers().size() - 1;
        return node.equals(new Node(last, Node.Kind.A)) && setup.spec().loss() instanceof BinaryCrossEntropy
                ? smallerProbability(forward.layer(last), i, j)
                : Math.abs(entry(node, i, j));
    }

    /** A or 1 − A, of which the loss takes the logarithm, but for the one that a class of 0 or 1 leaves out. */
    private double smallerProbability(ComplexLayer last, int i, int j) {
        double y = setup.batch().y().at(i, j);
        double a = last.a().at(i, j).re();
        double oneMinusA = last.argument().at(i, j).negated().sigmoid().re();
        return Math.min(y == 0 ? 1 : a, y == 1 ? 1 : oneMinusA);
    }
}
