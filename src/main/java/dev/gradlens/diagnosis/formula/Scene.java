package dev.gradlens.diagnosis.formula;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Elementwise;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One layer of a computation on some kernels: what formulas are written in. Valid until the kernels are closed. */
public final class Scene {
    private final Kernels k;
    private final Tensors tensors;
    private final int layer;
    private final Map<Object, Matrix> loaded = new HashMap<>();
    private final Map<StatisticsChoice, Statistics> statistics = new HashMap<>();

    public Scene(Kernels k, Tensors tensors, int layer) {
        this.k = k;
        this.tensors = tensors;
        this.layer = layer;
    }

    Kernels k() {
        return k;
    }

    int layer() {
        return layer;
    }

    Exercise exercise() {
        return tensors.exercise();
    }

    /** One of this layer's tensors. */
    Matrix at(Step step) {
        return at(new Site(layer, step));
    }

    Matrix at(Site site) {
        return loaded.computeIfAbsent(site, any -> k.matrix(tensors.at(site)));
    }

    boolean isReplaced(Step step) {
        return tensors.isReplaced(new Site(layer, step));
    }

    /** What the layer takes. */
    Matrix aPrev() {
        return aOf(layer - 1);
    }

    /** The output of a layer, from 0; X for −1. */
    Matrix aOf(int l) {
        return l < 0 ? loaded.computeIfAbsent("X", any -> k.matrix(setupX())) : at(new Site(l, Step.A));
    }

    private Values setupX() {
        return exercise().setup().batch().x();
    }

    /** The targets, or the given gradient. */
    Matrix y() {
        return loaded.computeIfAbsent(
                "Y", any -> k.matrix(exercise().setup().batch().y()));
    }

    LayerSpec spec() {
        return spec(layer);
    }

    LayerSpec spec(int l) {
        return exercise().setup().spec().layers().get(l);
    }

    Activation activation() {
        return spec().activation();
    }

    private LayerParameters<Values> parameters(int l) {
        return exercise().setup().parameters().get(l);
    }

    Matrix gamma() {
        return parameter("gamma", parameters(layer).gamma());
    }

    Matrix beta() {
        return parameter("beta", parameters(layer).beta());
    }

    Matrix runningMean() {
        return parameter("runningMean", parameters(layer).runningMean());
    }

    Matrix runningVariance() {
        return parameter("runningVariance", parameters(layer).runningVariance());
    }

    Matrix b() {
        return parameter("b", parameters(layer).b());
    }

    /** The weights of a layer; null where it has none. */
    @Nullable
    Matrix wOf(int l) {
        Values w = parameters(l).w();
        return w == null ? null : parameter("W" + l, w);
    }

    private Matrix parameter(String name, @Nullable Values values) {
        return loaded.computeIfAbsent(name, any -> k.matrix(requireNonNull(values)));
    }

    boolean isLast() {
        return layer == exercise().setup().spec().layers().size() - 1;
    }

    boolean isNormalized() {
        return spec().normalization() != null;
    }

    Normalization normalization() {
        return requireNonNull(spec().normalization());
    }

    Epsilon epsilon() {
        return normalization().epsilon();
    }

    boolean isRms() {
        return spec().normalization() instanceof RmsNorm;
    }

    boolean isBatch() {
        return spec().normalization() instanceof BatchNorm;
    }

    /** Whether the statistics are the running ones. */
    boolean isFixed() {
        return isBatch() && exercise().setup().mode() == Mode.INFERENCE;
    }

    /** Along which the statistics are taken. */
    Axis axis() {
        return isBatch() ? Axis.ROWS : Axis.COLUMNS;
    }

    /** m. */
    int examples() {
        return exercise().setup().batch().examples();
    }

    /** Whether s was replaced by one that differs among what is normalized together. */
    boolean hasStatisticsOfAnotherShape() {
        if (!isReplaced(Step.SCALE) && !isReplaced(Step.SIGMA2) && !isReplaced(Step.MU)) {
            return false;
        }
        Matrix s = at(Step.SCALE);
        return isBatch() ? s.rows() > 1 : s.columns() > 1;
    }

    /** How many values are normalized together. */
    double count() {
        return isBatch() ? examples() : exercise().setup().spec().unitsOf(layer);
    }

    VarianceEstimator estimator() {
        return switch (normalization()) {
            case BatchNorm batch -> batch.varianceEstimator();
            case LayerNorm norm -> norm.varianceEstimator();
            case RmsNorm rms -> VarianceEstimator.BIASED;
        };
    }

    /** What the sum of squares is divided by. */
    double divisor() {
        return divisorOf(count());
    }

    /** The same of another count. */
    double divisorOf(double count) {
        return estimator() == VarianceEstimator.BIASED ? count : count - 1;
    }

    /** What an unbiased variance makes of the mean in the variance path: k/(k − 1) of the k values that it is taken over. */
    double estimatorFactor(StatisticsChoice statistics, boolean otherAxis) {
        double alongUnits = exercise().setup().spec().unitsOf(layer);
        double all = alongUnits * examples();
        double values = otherAxis ? all / count() : statistics == StatisticsChoice.OF_ALL ? all : count();
        return estimator() == VarianceEstimator.BIASED ? 1 : values / (values - 1);
    }

    /** 1, or 1/m where the mean over the batch is taken in the gradients of parameters. */
    double parameterFactor() {
        return exercise().meanInParameters() && !hasUpstream() ? 1.0 / examples() : 1;
    }

    boolean hasUpstream() {
        return exercise().setup().spec().loss() instanceof Upstream;
    }

    /** Whether the activation does anything, so that something can be wrong with it. */
    boolean hasActivation() {
        return !(activation() instanceof Identity);
    }

    /** What the activation is applied to. */
    Step argument() {
        return isNormalized() ? Step.Z_TILDA : Step.Z;
    }

    /** What another layer's activation is applied to. */
    Site argumentOf(int l) {
        return new Site(l, spec(l).normalization() == null ? Step.Z : Step.Z_TILDA);
    }

    /** The gradient of what the activation is applied to. */
    Step dArgument() {
        return isNormalized() ? Step.D_Z_TILDA : Step.D_Z;
    }

    /** g′ at some matrix; null where g is no function of single entries. */
    @Nullable
    Matrix slopeAt(Matrix argument) {
        return activation() instanceof Elementwise elementwise ? elementwise.slope(k, argument) : null;
    }

    Statistics statistics(StatisticsChoice choice) {
        Statistics known = statistics.get(choice);
        if (known == null) {
            known = Statistics.of(this, choice);
            statistics.put(choice, known);
        }
        return known;
    }
}
