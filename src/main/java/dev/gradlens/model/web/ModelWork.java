package dev.gradlens.model.web;

import dev.gradlens.model.Model;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.Work;

/** Estimates what the endpoints of models cost, from shapes alone. */
final class ModelWork {
    /** A product and a sum for each entry of W and each example. */
    private static final double PRODUCT = 2;
    /** Normalization and activation of one entry. */
    private static final double ENTRY = 30;
    /** What a layer costs at most, however small: some twenty verbs of ND4J at 13 µs each, on a core of 10⁹ operations a second. */
    private static final double LAYER = 300_000;
    /** Matrices of a layer's shape that forward leaves behind until the end, counted on the INDArray kernels. */
    private static final double MATRICES = 20;
    /** Reading a number from a file, or writing it into one with its checksum. */
    private static final double NUMBER = 100;
    /** Gamma, beta and the running statistics beside b. */
    private static final double VECTORS = 5;

    private ModelWork() {}

    /** Of keeping one. */
    static Work ofKeeping(NetworkSpec spec) {
        double numbers = numbers(spec);
        return new Work((long) (NUMBER * numbers), (long) (Double.BYTES * numbers), 0);
    }

    /**
     * Of showing the parameters: the file, and the numbers made of it.
     *
     * @param inJson whether they are an answer of numbers, and not a file
     */
    static Work ofShowing(Model model, boolean inJson) {
        double numbers = numbers(model.spec());
        return new Work((long) (NUMBER * numbers), reading(model, numbers), inJson ? (long) numbers : 0);
    }

    /** Of predicting so many examples. */
    static Work ofPredicting(Model model, int examples) {
        NetworkSpec spec = model.spec();
        double operations = NUMBER * numbers(spec);
        double matrices = 0;
        for (int l = 0; l < spec.layers().size(); l++) {
            double entries = (double) examples * spec.unitsOf(l);
            operations += PRODUCT * examples * weights(spec, l) + ENTRY * entries + LAYER;
            matrices += MATRICES * entries + weights(spec, l);
        }
        double given = (double) examples * (spec.inputs() + spec.outputs());
        double bytes = model.precision().bytes() * matrices + 2 * Double.BYTES * given;
        return new Work((long) operations, (long) bytes + reading(model, numbers(spec)), (long)
                ((double) examples * (spec.outputs() + 1)));
    }

    private static long reading(Model model, double numbers) {
        double copies = model.precision() == Precision.FLOAT32 ? 2 : 1;
        return model.file().bytes() + (long) (copies * Double.BYTES * numbers);
    }

    private static double numbers(NetworkSpec spec) {
        double numbers = 2.0 * spec.inputs();
        for (int l = 0; l < spec.layers().size(); l++) {
            numbers += weights(spec, l) + VECTORS * spec.unitsOf(l);
        }
        return numbers;
    }

    private static double weights(NetworkSpec spec, int l) {
        LayerSpec layer = spec.layers().get(l);
        return layer.hasWeights() ? (double) spec.unitsOf(l) * spec.inputsOf(l) : 0;
    }
}
