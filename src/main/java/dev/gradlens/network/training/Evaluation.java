package dev.gradlens.network.training;

import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Network;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Tape;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A trained network at work: in inference mode, with the running statistics, so that no example has to do with another and
 * any number of them is taken in chunks. Safe for use by many threads.
 */
public final class Evaluation {
    /**
     * Entries that a chunk has in the widest layer at most. A chunk keeps some ten matrices a layer, of a megabyte each, until
     * it is done.
     */
    static final int CHUNK_ENTRIES = 1 << 17;

    private final NetworkSpec spec;
    private final List<LayerParameters<Values>> parameters;
    private final Precision precision;
    private final KernelsProvider provider;

    /**
     * Of a network.
     *
     * @param parameters one for each layer, with the running statistics
     */
    public Evaluation(
            NetworkSpec spec, List<LayerParameters<Values>> parameters, Precision precision, KernelsProvider provider) {
        this.spec = spec.rounded(precision);
        this.parameters = parameters.stream()
                .map(layer -> layer.map(tensor -> tensor.rounded(precision)))
                .toList();
        this.precision = precision;
        this.provider = provider;
    }

    /**
     * How good the network is.
     *
     * @param cost J over all examples, weight decay included
     * @param accuracy empty where the loss knows no right and wrong
     */
    public record Result(double cost, Optional<Accuracy> accuracy) {}

    /** J and accuracy over some data. */
    public Result of(Batch data) {
        double cost = weightDecay();
        Accuracy accuracy = null;
        for (int[] rows : chunks(data.examples())) {
            Values y = data.y().rows(rows);
            try (Kernels k = provider.open(precision)) {
                Tape tape = on(k).forward(k.matrix(data.x().rows(rows)), k.matrix(y), Mode.INFERENCE);
                cost += tape.cost() * share(rows.length, data.examples());
                Values a = tape.layers().getLast().a().values();
                accuracy = sum(accuracy, Accuracy.of(spec.loss(), a, y).orElse(null));
            }
        }
        return new Result(cost, Optional.ofNullable(accuracy));
    }

    /** J is a mean over the examples, or a sum. */
    private double share(int examples, int all) {
        return spec.loss() instanceof Upstream ? 1 : (double) examples / all;
    }

    private static @Nullable Accuracy sum(@Nullable Accuracy first, @Nullable Accuracy second) {
        return first == null || second == null ? second : first.plus(second);
    }

    /** ½λ·ΣW², once and not in every chunk. */
    private double weightDecay() {
        double sum = 0;
        for (LayerParameters<Values> layer : parameters) {
            if (layer.w() != null && spec.weightDecay() != 0) {
                sum += DoubleStream.of(layer.w().rowMajor()).map(w -> w * w).sum();
            }
        }
        return spec.weightDecay() / 2 * sum;
    }

    /** A of the last layer for any examples, m×outputs. */
    public Values outputs(Values x) {
        double[] outputs = new double[Math.multiplyExact(x.rows(), spec.outputs())];
        for (int[] rows : chunks(x.rows())) {
            try (Kernels k = provider.open(precision)) {
                double[] a =
                        on(k).output(k.matrix(x.rows(rows)), Mode.INFERENCE).toArray();
                System.arraycopy(a, 0, outputs, rows[0] * spec.outputs(), a.length);
            }
        }
        return new Values(x.rows(), spec.outputs(), outputs);
    }

    private Network on(Kernels k) {
        NetworkSpec withoutDecay = new NetworkSpec(spec.inputs(), spec.layers(), spec.loss(), 0);
        List<LayerParameters<Matrix>> loaded =
                parameters.stream().map(layer -> layer.<Matrix>map(k::matrix)).toList();
        return new Network(k, withoutDecay, loaded);
    }

    private List<int[]> chunks(int examples) {
        int widest = spec.inputs();
        for (int l = 0; l < spec.layers().size(); l++) {
            widest = Math.max(widest, spec.unitsOf(l));
        }
        int length = Math.max(CHUNK_ENTRIES / widest, 1);
        return IntStream.range(0, Math.ceilDiv(examples, length))
                .mapToObj(chunk -> IntStream.range(chunk * length, Math.min((chunk + 1) * length, examples))
                        .toArray())
                .toList();
    }
}
