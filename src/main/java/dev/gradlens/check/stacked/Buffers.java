package dev.gradlens.check.stacked;

import dev.gradlens.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of stacks: arrays of one length, allocated once for a check and lent again for each layer whose parameters are
 * moved. One thread's, and one stack's at a time.
 */
public final class Buffers {
    /** Numbers of a feature over all examples and columns: a handful of such arrays, of 8 KB, stay in a 48 KB cache. */
    private static final int FEATURE = 1024;

    /** What is known of each unit: twice Z − mu and Znorm, and of the activation its slope and the distance from its kink. */
    private static final long KNOWN = 4;

    /** What the loss knows of each output: its exponential or weight, and its target. */
    private static final long OF_LOSS = 2;

    /** By how much the units of two neighbouring layers have moved. */
    private static final long MOVED = 2;

    /** What all parts of a run share, and what is kept for each example. */
    private static final long OTHERS = 12;

    /** All of them together stay within this, unless a single column is larger. */
    private static final long LARGEST = 32L << 20;

    private final int length;
    private final int lanes;
    private final List<double[]> arrays = new ArrayList<>();
    private final List<double[]> scratch = new ArrayList<>();
    private int lent;

    /** For a network and a number of examples. */
    public Buffers(NetworkSpec spec, int examples) {
        this(spec, examples, Vectors.lanes());
    }

    /**
     * @param lanes of the vectors that stacks are computed with, if they are wide enough; 1 for none
     */
    Buffers(NetworkSpec spec, int examples, int lanes) {
        this.length = columns(spec, examples) * examples;
        this.lanes = lanes;
    }

    int lanes() {
        return lanes;
    }

    /** How many points of a network are looked at together at most. */
    public static int columns(NetworkSpec spec, int examples) {
        long columns = Math.min(FEATURE / examples, LARGEST / (Double.BYTES * arrays(spec) * examples));
        return (int) Math.max(1, columns);
    }

    /** What the arrays of a network take at most. */
    public static double bytes(NetworkSpec spec, int examples) {
        return (double) Double.BYTES * arrays(spec) * examples * columns(spec, examples);
    }

    private static long arrays(NetworkSpec spec) {
        long units = 0;
        long widest = 0;
        for (int l = 0; l < spec.layers().size(); l++) {
            units += spec.unitsOf(l);
            widest = Math.max(widest, spec.unitsOf(l));
        }
        return KNOWN * units + MOVED * widest + OF_LOSS * spec.outputs() + OTHERS;
    }

    /** One that nobody holds, with any numbers in it. */
    double[] take() {
        if (lent == arrays.size()) {
            arrays.add(new double[length]);
        }
        return arrays.get(lent++);
    }

    double[][] take(int count) {
        double[][] taken = new double[count][];
        for (int k = 0; k < count; k++) {
            taken[k] = take();
        }
        return taken;
    }

    /** One of those that all share: whoever uses it next overwrites it. */
    double[] scratch(int number) {
        while (scratch.size() <= number) {
            scratch.add(new double[length]);
        }
        return scratch.get(number);
    }

    /** What has been allocated so far. */
    double bytes() {
        return (double) Double.BYTES * length * (arrays.size() + scratch.size());
    }

    /** Takes all of them back, but for the shared ones. */
    void takeBack() {
        lent = 0;
    }
}
