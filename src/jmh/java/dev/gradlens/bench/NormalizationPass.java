package dev.gradlens.bench;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Passes.ColumnStatistics;
import dev.gradlens.tensor.Passes.Denominator;
import dev.gradlens.tensor.Passes.Scale;
import dev.gradlens.tensor.PassesProvider;
import dev.gradlens.tensor.Precision;
import java.util.Arrays;
import java.util.Random;

/** Batch normalization and relu of floats, forward and backward, on one core. */
public final class NormalizationPass implements Runnable {
    private final Runnable pass;

    /** Of m examples and n units. */
    public NormalizationPass(int m, int n) {
        PassesProvider provider = (PassesProvider) KernelsProviders.start("blas");
        this.pass = pass(provider.passes(Precision.FLOAT32, Cores.one()), m, n);
    }

    private static <A> Runnable pass(Passes<A> passes, int m, int n) {
        Random random = new Random(1);
        A z = passes.copyOf(random.doubles(m * n, -1, 1).toArray());
        A d = passes.copyOf(random.doubles(m * n, -1, 1).toArray());
        A a = passes.allocate(m * n);
        ColumnStatistics<A> statistics = ColumnStatistics.of(passes, n);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        Scale<A> scale = new Scale<>(passes.copyOf(ones), passes.allocate(n));
        Scale<A> gradients = new Scale<>(passes.allocate(n), passes.allocate(n));
        Denominator denominator = new Denominator(1e-5, true, m);
        A sum = passes.allocate(n);
        return () -> {
            passes.normalize(z, statistics, denominator, scale, a, true, m, n);
            passes.normalizeBackward(z, statistics, scale, d, gradients, sum, true, m, n);
        };
    }

    /** Once. */
    @Override
    public void run() {
        pass.run();
    }
}
