package dev.gradlens.check;

import dev.gradlens.check.stacked.Buffers;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.RmsNorm;

/** What derivatives by parameters cost where they are computed in stacks, in operations as {@link CheckCost} counts them. */
final class StackedCheckCost {
    /** A product and its sum: the processor does eight of them at once. */
    private static final double PRODUCT = 0.2;

    /** Statistics, activation and loss of one number, as measured: some 2. */
    private static final double NUMBER = 3;

    /** A transcendental function of one number, which differences need: 12 for tanh, 45 for the error function, as measured. */
    private static final double CURVE = 50;

    /** Some twenty short loops for each unit of a stack, however few numbers they run over. */
    private static final double UNIT = 300;

    /** Its steps, the spread of its gradient over the worlds and its verdict, for each entry however small the network is. */
    private static final double JUDGED = 300;

    private final NetworkSpec spec;
    private final int examples;
    private final boolean isCurved;
    private final int mostColumns;
    private final double[] ofColumn;
    private final double[] units;

    StackedCheckCost(NetworkSpec spec, int examples, Method method) {
        this.spec = spec;
        this.examples = examples;
        this.isCurved = method.oracle() != Oracle.COMPLEX_STEP;
        this.mostColumns = Buffers.columns(spec, examples);
        int layers = spec.layers().size();
        this.ofColumn = new double[layers];
        this.units = new double[layers];
        double numbersBehind = 0;
        double productsBehind = 0;
        double unitsBehind = 0;
        for (int l = layers - 1; l >= 0; l--) {
            productsBehind += ofProducts(l + 2);
            ofColumn[l] = moving(l) * ofFeature(l) + numbersBehind + productsBehind;
            units[l] = moving(l) + unitsBehind;
            numbersBehind += spec.unitsOf(l) * ofFeature(l);
            unitsBehind += spec.unitsOf(l);
        }
    }

    /** Of so many entries of a parameter: a stack at least for each unit that they belong to. */
    double of(Node node, long entries, long evaluations) {
        int l = node.layer();
        double columns = (double) entries * evaluations;
        long touched = node.kind() == Kind.W ? Math.min(entries, spec.unitsOf(l)) : entries;
        return entries * JUDGED + columns * ofColumn[l] + (touched + columns / mostColumns) * units[l] * UNIT;
    }

    /** Units of a layer that move with a parameter of one of them: that one, unless all are normalized together. */
    private int moving(int l) {
        LayerSpec layer = spec.layers().get(l);
        boolean areTogether = layer.normalization() instanceof LayerNorm || layer.normalization() instanceof RmsNorm;
        return areTogether ? spec.unitsOf(l) : 1;
    }

    private double ofFeature(int l) {
        return examples * (NUMBER + (isCurved && !isStraight(spec.layers().get(l)) ? CURVE : 0));
    }

    /** Whether an activation is straight on each side of 0. */
    private static boolean isStraight(LayerSpec layer) {
        return layer.activation() instanceof Identity
                || layer.activation() instanceof Relu
                || layer.activation() instanceof LeakyRelu;
    }

    private double ofProducts(int l) {
        return l < spec.layers().size() && spec.layers().get(l).hasWeights()
                ? PRODUCT * examples * spec.unitsOf(l) * spec.inputsOf(l)
                : 0;
    }
}
