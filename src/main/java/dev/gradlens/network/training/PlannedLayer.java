package dev.gradlens.network.training;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.optimizer.Momentum;
import dev.gradlens.network.training.Sight.Statistics;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One dense layer with the arrays of its parameters and of a batch, in the notation of {@code Layers}.
 *
 * <p>A bias before batch normalization is not added to z: it shifts a feature and its mean alike, so that only the running
 * mean knows of it.
 */
final class PlannedLayer<A> {
    private final Passes<A> passes;
    private final int inputs;
    private final int units;
    private final boolean rectified;
    private final PlannedParameter<A> w;
    private final double keep; // of the gradients of w before
    private final A sum;
    private final @Nullable PlannedParameter<A> b;
    private final @Nullable PlannedScale<A> scale;
    private final LayerParameters<PlannedParameter<A>> learned;
    private final A z;
    private final A a;
    private final A d;

    PlannedLayer(Passes<A> passes, TrainingPlan plan, int l) {
        DenseSpec spec = (DenseSpec) plan.spec().layers().get(l);
        LayerParameters<Values> initial = plan.start().parameters().get(l);
        LayerParameters<List<Values>> memory = plan.start().memory().get(l);
        int batchSize = plan.batchSize();
        this.passes = passes;
        this.inputs = plan.spec().inputsOf(l);
        this.units = spec.units();
        this.rectified = spec.activation() instanceof Relu;
        PlannedParameter<A> apart =
                PlannedParameter.of(passes, requireNonNull(initial.w()), requireNonNull(memory.w()));
        boolean accumulates = !plan.watched() && PlannedParameter.accumulates(plan.optimizer());
        this.w = accumulates ? apart.accumulating() : apart;
        this.keep = accumulates ? ((Momentum) plan.optimizer()).momentum() : 0;
        this.sum = passes.allocate(units);
        this.b = initial.b() == null ? null : PlannedParameter.of(passes, initial.b(), requireNonNull(memory.b()));
        this.scale = spec.normalization() instanceof BatchNorm batchNorm
                ? PlannedScale.of(passes, batchNorm, initial, memory)
                : null;
        this.learned = new LayerParameters<>(
                w, b, scale == null ? null : scale.gamma(), scale == null ? null : scale.beta(), null, null);
        this.z = passes.allocate(batchSize * units);
        this.a = scale != null || rectified ? passes.allocate(batchSize * units) : z;
        this.d = passes.allocate(batchSize * units);
    }

    /** A, m×units. */
    A a() {
        return a;
    }

    /** Room for the gradient of A, m×units. */
    A d() {
        return d;
    }

    /** A of m examples. */
    void forward(A aPrev, int m) {
        passes.product(aPrev, false, w.value(), true, z, m, units, inputs);
        if (scale != null) {
            scale.forward(passes, z, a, rectified, m, units);
            shiftRunningMean(scale);
            return;
        }
        if (b != null) {
            passes.addRow(z, b.value(), m, units);
        }
        if (rectified) {
            passes.rectify(z, a, m * units);
        }
    }

    private void shiftRunningMean(PlannedScale<A> normalized) {
        if (b != null) {
            passes.addScaled(
                    normalized.runningMean(), normalized.spec().running().take(), b.value());
        }
    }

    /** The gradients of the parameters, from that of A, and of aPrev where there is room for it. */
    void backward(A aPrev, @Nullable A dAPrev, int m) {
        if (scale != null) {
            scale.backward(passes, z, d, b == null ? sum : b.gradient(), rectified, m, units);
        } else if (rectified) {
            passes.rectifyBackward(a, d, m * units);
        }
        passes.product(d, true, aPrev, false, keep, w.gradient(), units, inputs, m);
        if (b != null && scale == null) {
            passes.sumRows(d, b.gradient(), m, units);
        }
        if (dAPrev != null) {
            passes.product(d, false, w.value(), false, dAPrev, m, inputs, units);
        }
    }

    /** Adds ½λ·ΣW² to J, and λ·W to dW. */
    double decay(double lambda) {
        passes.addScaled(w.gradient(), lambda, w.value());
        return lambda / 2 * passes.sumOfSquares(w.value());
    }

    /** What is learned. */
    LayerParameters<PlannedParameter<A>> learned() {
        return learned;
    }

    LayerParameters<Values> parameters() {
        LayerParameters<Values> values = learned.map(parameter -> parameter.values(passes));
        return new LayerParameters<>(
                values.w(),
                values.b(),
                values.gamma(),
                values.beta(),
                scale == null ? null : Values.row(passes.toDoubles(scale.runningMean())),
                scale == null ? null : Values.row(passes.toDoubles(scale.runningVariance())));
    }

    LayerParameters<List<Values>> memory() {
        return learned.map(parameter -> parameter.remembered(passes));
    }

    /** The share of the units whose A is 0 for each of m examples; A is not negative. */
    double deadShare(int m) {
        A sums = passes.allocate(units);
        passes.sumRows(a, sums, m, units);
        return (double) DoubleStream.of(passes.toDoubles(sums))
                        .filter(of -> of == 0)
                        .count()
                / units;
    }

    /** Of m examples; z does not hold the bias, its mean does. */
    Statistics statistics(int m) {
        PlannedScale<A> normalized = requireNonNull(scale);
        double[] mean = passes.toDoubles(normalized.statistics().mean());
        double[] bias = b == null ? new double[units] : passes.toDoubles(b.value());
        for (int unit = 0; unit < units; unit++) {
            mean[unit] += bias[unit];
        }
        return normalized.statistics(passes, mean, m);
    }
}
