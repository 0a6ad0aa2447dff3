package dev.gradlens.network.training;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.network.training.Sight.Statistics;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Passes.ColumnStatistics;
import dev.gradlens.tensor.Passes.Denominator;
import dev.gradlens.tensor.Passes.Scale;
import dev.gradlens.tensor.Values;
import java.util.List;

/** Batch normalization of one layer with its arrays. */
record PlannedScale<A>(
        BatchNorm spec,
        PlannedParameter<A> gamma,
        PlannedParameter<A> beta,
        ColumnStatistics<A> statistics,
        A runningMean,
        A runningVariance) {

    static <A> PlannedScale<A> of(
            Passes<A> passes, BatchNorm spec, LayerParameters<Values> initial, LayerParameters<List<Values>> memory) {
        Values gamma = requireNonNull(initial.gamma());
        return new PlannedScale<>(
                spec,
                PlannedParameter.of(passes, gamma, requireNonNull(memory.gamma())),
                PlannedParameter.of(passes, requireNonNull(initial.beta()), requireNonNull(memory.beta())),
                ColumnStatistics.of(passes, gamma.columns()),
                passes.copyOf(requireNonNull(initial.runningMean()).rowMajor()),
                passes.copyOf(requireNonNull(initial.runningVariance()).rowMajor()));
    }

    /** a ← normalized z, the statistics of this batch, and the running ones a step towards them. */
    void forward(Passes<A> passes, A z, A a, boolean rectified, int m, int n) {
        Epsilon epsilon = spec.epsilon();
        double divisor = spec.varianceEstimator().divisor(m);
        Denominator denominator =
                new Denominator(epsilon.value(), epsilon.placement() == Epsilon.Placement.INSIDE_SQRT, divisor);
        passes.normalize(z, statistics, denominator, scale(), a, rectified, m, n);
        double keep = spec.running().keep();
        double take = spec.running().take();
        passes.blend(runningMean, keep, take, statistics.mean());
        VarianceEstimator kept = spec.running().varianceEstimator();
        if (m > 1 || kept == VarianceEstimator.BIASED) {
            passes.blend(runningVariance, keep, take * divisor / kept.divisor(m), statistics.variance());
        }
    }

    /** d ← the gradient of z, in place of that of a; its columns are summed. */
    void backward(Passes<A> passes, A z, A d, A sum, boolean rectified, int m, int n) {
        Scale<A> gradients = new Scale<>(gamma.gradient(), beta.gradient());
        passes.normalizeBackward(z, statistics, scale(), d, gradients, sum, rectified, m, n);
    }

    /** Of m examples whose mean, with the bias, is this. */
    Statistics statistics(Passes<A> passes, double[] mean, int m) {
        double toKept = spec.varianceEstimator().divisor(m)
                / spec.running().varianceEstimator().divisor(m);
        return new Statistics(
                mean,
                Values.row(passes.toDoubles(statistics.variance()))
                        .times(toKept)
                        .rowMajor(),
                passes.toDoubles(runningMean),
                passes.toDoubles(runningVariance));
    }

    private Scale<A> scale() {
        return new Scale<>(gamma.value(), beta.value());
    }
}
