package dev.gradlens.diagnosis.probe;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.tensor.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Makes an exercise of genes, of numbers with few digits. */
final class Maker {
    /** Digits of each number, so that it can be read. */
    private static final MathContext DIGITS = new MathContext(3);

    private final Plan plan;
    private final int m;
    private final int n;
    private final boolean isBatch;
    private final Spread spread;

    Maker(Plan plan) {
        this.plan = plan;
        this.m = plan.examples();
        this.n = plan.features();
        this.isBatch = plan.normalization() instanceof BatchNorm;
        this.spread = Spread.of(plan.normalization().epsilon());
    }

    /** How many genes an exercise takes. */
    int genes() {
        return 1 + n + m + 2 * m * n + 2 * n * n + 10 * n;
    }

    Exercise exercise(Genes genes) {
        Genes.Reader random = genes.reader();
        double decay = readable(Math.pow(10, random.between(-1.5, 0)) / (spread.wide() * spread.wide()));
        NetworkSpec spec = ProbeNetwork.of(plan, decay);
        Values x = inputs(random);
        Batch batch = new Batch(x, targets(random));
        List<LayerParameters<Values>> parameters = List.of(normalized(x, random), plain(random));
        return new Exercise(new Setup(spec, parameters, batch, Mode.TRAINING), false);
    }

    /** Each feature with a mean of its own; each example of its own size, where it is normalized by itself. */
    private Values inputs(Genes.Reader random) {
        double[] means = numbers(n, j -> random.normal());
        double[] sizes = numbers(m, i -> isBatch ? 1 : Math.pow(10, random.between(-0.8, 0.3)));
        double[] x = numbers(m * n, e -> readable(sizes[e / n] * (means[e % n] + 1.2 * random.normal())));
        return new Values(m, n, x);
    }

    private Values targets(Genes.Reader random) {
        return new Values(m, n, numbers(m * n, e -> random.normal() > 0 ? 1 : 0));
    }

    /** Of the layer whose Z have to spread as epsilon asks. */
    private LayerParameters<Values> normalized(Values x, Genes.Reader random) {
        double[] targets = numbers(n, j -> spread.at(random.between(0, 1)));
        double[] raw = numbers(n * n, e -> random.normal());
        Moments before = Moments.of(x, new Values(n, n, raw), Values.filled(1, n, 0));
        double[] factors =
                numbers(n, j -> isBatch ? targets[j] / before.deviation(j) : targets[0] / before.deviation(0));
        Values w = new Values(n, n, numbers(n * n, e -> readable(factors[e / n] * raw[e])));
        Values b = row(j -> 2 * factors[j] * random.normal());
        Values gamma = row(j -> sign(j, random) * size(targets[j], random));
        Values beta = row(j -> 0.7 * random.normal());
        Moments moments = Moments.of(x, w, b);
        return new LayerParameters<>(
                w,
                b,
                gamma,
                beta,
                isBatch ? row(j -> runningMean(moments, j, random)) : null,
                isBatch ? row(j -> runningVariance(moments, j, random)) : null);
    }

    private LayerParameters<Values> plain(Genes.Reader random) {
        Values w = new Values(n, n, numbers(n * n, e -> readable(random.normal())));
        return new LayerParameters<>(w, row(j -> random.normal()), null, null, null, null);
    }

    /** One of the first two units has the one sign, one the other. */
    private static double sign(int j, Genes.Reader random) {
        double sign = Math.signum(random.normal());
        return j == 0 ? 1 : j == 1 ? -1 : sign;
    }

    /** Of gamma: smaller where s is, so that no unit's dZ is much larger than that of others. */
    private double size(double target, Genes.Reader random) {
        return random.between(0.4, 2.5) * (isBatch ? target / spread.wide() : 1);
    }

    /** As far from the batch's own as that is from 0, about. */
    private static double runningMean(Moments moments, int j, Genes.Reader random) {
        return moments.mean(j) + Math.copySign(random.between(0.3, 1.5), random.normal()) * moments.deviation(j);
    }

    /** So small beside the batch's own that what this batch adds is seen. */
    private double runningVariance(Moments moments, int j, Genes.Reader random) {
        double keep = keep();
        double share = Math.clamp((1 - keep) / keep, 1e-3, 1);
        return moments.deviation(j) * moments.deviation(j) * share * random.between(0.3, 2);
    }

    private double keep() {
        RunningAverage running = ((BatchNorm) plan.normalization()).running();
        return running.convention() == RunningAverage.Convention.KEEP_OLD ? running.momentum() : 1 - running.momentum();
    }

    private Values row(IntToDoubleFunction number) {
        return Values.row(numbers(n, j -> readable(number.applyAsDouble(j))));
    }

    private static double[] numbers(int count, IntToDoubleFunction number) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number.applyAsDouble(i);
        }
        return numbers;
    }

    private static double readable(double x) {
        return new BigDecimal(x).round(DIGITS).doubleValue();
    }
}
