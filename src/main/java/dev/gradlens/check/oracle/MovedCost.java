package dev.gradlens.check.oracle;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;

/** J at real points beside the one that was posted, on the sides of its kinks that it changes to, or held on those it had. */
public final class MovedCost {
    private final ComplexNetwork network;
    private final Scale scale;
    private final WatchedSides watched;
    private final Perturbation free;
    private final Perturbation held;

    /** Beside the point of this network. */
    public MovedCost(ComplexNetwork network) {
        Setup setup = network.setup();
        Sides known = network.forward().knownSides();
        this.network = network;
        this.scale = new Scale(network);
        this.watched = new WatchedSides(known, setup.spec());
        this.free = new Perturbation(setup, network.forward().on(watched));
        this.held = new Perturbation(setup, network.forward().on(known));
    }

    /** (J(x + h) − J(x − h))/2h. */
    Slope slope(Node node, int i, int j, double h) {
        watched.takeChanged();
        double slope = slope(free, node, i, j, h);
        boolean changed = watched.takeChanged();
        return new Slope(slope, changed ? slope(held, node, i, j, h) : slope, changed);
    }

    private double slope(Perturbation perturbation, Node node, int i, int j, double h) {
        double x = network.entry(node, i, j);
        double above = at(perturbation, node, i, j, h);
        double below = at(perturbation, node, i, j, -h);
        double apart = (x + h) - (x - h); // what is left of 2h where x + h is rounded
        return apart == 0 ? 0 : (above - below) / apart;
    }

    private double at(Perturbation perturbation, Node node, int i, int j, double h) {
        Complex cost = perturbation.cost(node, network.tensor(node).moved(i, j, h), i);
        return cost.im() == 0 ? cost.re() : Double.NaN;
    }

    /** By how much an entry has to move before J bends. */
    double scale(Node node, int i, int j) {
        return scale.of(node, i, j);
    }

    /** The same of many entries of a parameter. */
    double[] scales(Node node, int columns, int[] indices) {
        return scale.ofParameter(node, columns, indices);
    }

    /** Whether J does not depend on an entry at all. */
    boolean isConstant(Node node, int i, int j) {
        return network.isConstant(node, i, j);
    }

    /**
     * A difference quotient.
     *
     * @param value of J
     * @param held of J with every activation continued from the side on which it was
     * @param changedSide whether an activation changed side between the two points
     */
    record Slope(double value, double held, boolean changedSide) {

        /** What the activations contributed that changed side. */
        double kink() {
            return changedSide ? Math.abs(value - held) : 0;
        }
    }
}
