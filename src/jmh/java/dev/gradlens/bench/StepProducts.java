package dev.gradlens.bench;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.PassesProvider;
import dev.gradlens.tensor.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The matrix products of a training step and nothing else: its floor. */
public final class StepProducts implements Runnable {
    private final Runnable all;

    /** Those of a step over this sample, in floats, on one core. */
    public StepProducts(Sample batch) {
        PassesProvider provider = (PassesProvider) KernelsProviders.start("blas");
        this.all = products(provider.passes(Precision.FLOAT32, Cores.one()), batch.widths(), batch.examples());
    }

    private static <A> Runnable products(Passes<A> passes, List<Integer> widths, int m) {
        int layers = widths.size() - 1;
        List<A> a = widths.stream().map(width -> numbers(passes, m * width)).toList();
        List<A> d = widths.stream().map(width -> numbers(passes, m * width)).toList();
        List<A> w = new ArrayList<>();
        List<A> dW = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            w.add(numbers(passes, widths.get(l) * widths.get(l + 1)));
            dW.add(numbers(passes, widths.get(l) * widths.get(l + 1)));
        }
        return () -> {
            for (int l = 0; l < layers; l++) {
                passes.product(a.get(l), false, w.get(l), true, a.get(l + 1), m, widths.get(l + 1), widths.get(l));
            }
            for (int l = layers - 1; l >= 0; l--) {
                passes.product(d.get(l + 1), true, a.get(l), false, dW.get(l), widths.get(l + 1), widths.get(l), m);
                if (l > 0) {
                    passes.product(d.get(l + 1), false, w.get(l), false, d.get(l), m, widths.get(l), widths.get(l + 1));
                }
            }
        };
    }

    private static <A> A numbers(Passes<A> passes, int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, index -> Math.sin(index) / 64);
        return passes.copyOf(numbers);
    }

    /** Once. */
    @Override
    public void run() {
        all.run();
    }
}
