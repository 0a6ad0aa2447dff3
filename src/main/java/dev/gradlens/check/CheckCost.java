package dev.gradlens.check;

import dev.gradlens.check.noise.Worlds;
import dev.gradlens.check.stacked.Buffers;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import java.util.Map;
import java.util.Set;

/**
 * What a check costs, in real multiplications and additions, before it is run.
 *
 * @param spec the network
 * @param examples m
 * @param method what evaluates J
 */
public record CheckCost(NetworkSpec spec, int examples, Method method) {
    /** The imaginary part of a product: a multiplication and an addition. */
    private static final long IMAGINARY_PRODUCT = 2;
    /** Statistics and activation of one entry in complex numbers, as measured beside a product: some 60 operations. */
    private static final long COMPLEX_ENTRY = 60;
    /** A parameter's first stack: every function and statistic behind it once in complex numbers, and laid out in columns. */
    private static final long FIRST_STACK = 5;
    /** BLAS does some ten operations while plain loops do one. */
    private static final double BLAS = 10;
    /** Forward and backward together are three products of two operations each. */
    private static final long REAL_PASS = 6;
    /** Statistics and activation of one entry in real numbers, beside a product. */
    private static final long REAL_ENTRY = 100;
    /** What a layer costs however small it is: some twenty matrices a pass in complex numbers, at a tenth of a µs each. */
    private static final double COMPLEX_LAYER = 2_000;
    /** The same in one world: some sixty verbs forward and backward, at a µs each. */
    private static final double REAL_LAYER = 60_000;
    /** An entry that looks wrong is computed again where rounding differs, and on the other side of kinks. */
    private static final long SECOND_LOOK = 4;

    /**
     * Of one entry of X, then of one of each layer: forward from there to the end, in complex numbers. Summed from the end,
     * since a deep network has many nodes.
     */
    private double[] ofEntries() {
        int layers = spec.layers().size();
        double[] costs = new double[layers + 1];
        double entries = 0;
        double products = 0;
        for (int l = layers - 1; l >= 0; l--) {
            entries += (double) examples * spec.unitsOf(l) * COMPLEX_ENTRY + COMPLEX_LAYER;
            products += ofProducts(l + 2);
            costs[l + 1] = entries + products;
        }
        costs[0] = entries + products + ofProducts(1);
        return costs;
    }

    private double ofProducts(int l) {
        return l < spec.layers().size() && spec.layers().get(l).hasWeights()
                ? (double) examples * spec.unitsOf(l) * spec.inputsOf(l) * IMAGINARY_PRODUCT
                : 0;
    }

    /** Of what precedes the first entry: forward and backward in each world. */
    double ofWorlds() {
        double entries = 0;
        for (int l = 0; l < spec.layers().size(); l++) {
            double inputs = spec.layers().get(l).hasWeights() ? spec.inputsOf(l) / BLAS : 0;
            entries += (double) examples * spec.unitsOf(l) * (inputs + REAL_ENTRY);
        }
        return Worlds.COUNT * (REAL_PASS * entries + REAL_LAYER * spec.layers().size());
    }

    /**
     * Of at most so many entries of each gradient.
     *
     * @param sizes the number of entries of each
     * @param exact whether backward is meant to be right, so that second looks are rare
     */
    public double of(Map<Node, Long> sizes, int maxPerTensor, boolean exact) {
        double[] costs = ofEntries();
        StackedCheckCost stacked = new StackedCheckCost(spec, examples, method);
        long evaluations = method.oracle().evaluations() + (exact ? 0 : SECOND_LOOK);
        double operations = ofWorlds();
        for (Map.Entry<Node, Long> gradient : sizes.entrySet()) {
            Node node = gradient.getKey();
            long entries = Math.min(gradient.getValue(), maxPerTensor);
            double plain = costs[node.layer() + 1];
            operations += method.isStacked() && node.kind().isParameter() && entries > 0
                    ? FIRST_STACK * plain + stacked.of(node, entries, evaluations)
                    : entries * evaluations * plain;
        }
        return operations;
    }

    /** Of what a check shows beside its verdicts. */
    public double of(Set<Illustration> illustrations) {
        double dearest = ofEntries()[0];
        double curve = (double) StepSizeCurve.ENTRIES
                * StepSizeCurve.STEPS
                * method.oracle().evaluations()
                * dearest;
        return (illustrations.contains(Illustration.STEP_SIZE_CURVE) ? curve : 0)
                + (illustrations.contains(Illustration.TAYLOR_TEST) ? TaylorTest.EVALUATIONS * dearest : 0);
    }

    /** Bytes that the worlds hold, every gradient looked at once in each and the arguments of the activations, and the stacks. */
    public double bytes(Map<Node, Long> sizes) {
        double entries = sizes.values().stream().mapToDouble(Long::doubleValue).sum();
        for (int l = 0; l < spec.layers().size(); l++) {
            entries += (double) examples * spec.unitsOf(l);
        }
        return Double.BYTES * entries * Worlds.COUNT + Buffers.bytes(spec, examples);
    }

    /** The largest number of entries of each gradient that so many operations pay for; 0 if they do not reach at all. */
    public int affordable(Map<Node, Long> sizes, double operations, boolean exact) {
        int low = 0;
        int high = (int) Math.min(
                Integer.MAX_VALUE,
                sizes.values().stream().mapToLong(Long::longValue).max().orElse(0));
        while (low < high) {
            int middle = high - (high - low) / 2;
            if (of(sizes, middle, exact) <= operations) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
