package dev.gradlens.network;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.NormalizationGradients;
import dev.gradlens.network.normalization.NormalizationParameters;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.network.normalization.RunningStatistics;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * One layer, forward and backward.
 *
 * <pre>
 * Z = Aprev·Wᵀ + b        Ztilda = normalization of Z        A = g(Ztilda)
 * dW = dZᵀ·Aprev + λW     db = Σ dZ over the batch           dAprev = dZ·W
 * </pre>
 */
final class Layers {
    private Layers() {}

    static LayerTape forward(Kernels k, LayerSpec spec, LayerParameters<Matrix> parameters, Matrix aPrev, Mode mode) {
        Matrix z = linear(k, parameters, aPrev);
        NormalizationTape normalized = normalized(k, spec, parameters, z, mode);
        Matrix argument = normalized == null ? z : normalized.zTilda();
        return new LayerTape(aPrev, z, normalized, spec.activation().forward(k, argument));
    }

    static Matrix linear(Kernels k, LayerParameters<Matrix> parameters, Matrix aPrev) {
        Matrix product = parameters.w() == null ? aPrev : k.matmulTransposeB(aPrev, parameters.w()); // m×n
        return parameters.b() == null ? product : k.add(product, parameters.b());
    }

    static @Nullable NormalizationTape normalized(
            Kernels k, LayerSpec spec, LayerParameters<Matrix> parameters, Matrix z, Mode mode) {
        Normalization normalization = spec.normalization();
        return normalization == null ? null : normalization.forward(k, z, scaleAndShift(parameters), mode);
    }

    static LayerGradients backward(
            Kernels k, Network network, int l, LayerTape tape, Matrix dA, Matrix dArgument, BackwardRule rule) {
        LayerParameters<Matrix> parameters = network.parameters().get(l);
        NormalizationGradients normalized = behindNormalization(
                k, network.spec().layers().get(l), parameters, tape.normalization(), dArgument, rule);
        Matrix dZ = normalized == null ? dArgument : normalized.dZ(); // m×n
        ProductGradients products =
                behindProducts(k, parameters, tape.aPrev(), dZ, network.spec().weightDecay());
        return new LayerGradients(dA, dArgument, normalized, dZ, products.dW(), products.db(), products.dAPrev());
    }

    /** What is behind the products; absent what the layer does not have. */
    record ProductGradients(@Nullable Matrix dW, @Nullable Matrix db, Matrix dAPrev) {}

    static ProductGradients behindProducts(
            Kernels k, LayerParameters<Matrix> parameters, Matrix aPrev, Matrix dZ, double weightDecay) {
        Matrix dW = parameters.w() == null ? null : dW(k, aPrev, dZ, parameters.w(), weightDecay); // n×inputs
        Matrix db = parameters.b() == null ? null : k.sum(dZ, Axis.ROWS); // 1×n
        Matrix dAPrev = parameters.w() == null ? dZ : k.matmul(dZ, parameters.w()); // m×inputs
        return new ProductGradients(dW, db, dAPrev);
    }

    static @Nullable NormalizationGradients behindNormalization(
            Kernels k,
            LayerSpec spec,
            LayerParameters<Matrix> parameters,
            @Nullable NormalizationTape normalized,
            Matrix dZTilda,
            BackwardRule rule) {
        Normalization normalization = spec.normalization();
        return normalization == null || normalized == null
                ? null
                : normalization.backward(k, normalized, scaleAndShift(parameters), dZTilda, rule);
    }

    private static Matrix dW(Kernels k, Matrix aPrev, Matrix dZ, Matrix w, double weightDecay) {
        Matrix ofData = k.matmulTransposeA(dZ, aPrev); // n×inputs
        return weightDecay == 0 ? ofData : k.add(ofData, k.multiply(w, weightDecay));
    }

    private static NormalizationParameters scaleAndShift(LayerParameters<Matrix> parameters) {
        return new NormalizationParameters(
                requireNonNull(parameters.gamma()), requireNonNull(parameters.beta()), running(parameters));
    }

    private static @Nullable RunningStatistics running(LayerParameters<Matrix> parameters) {
        Matrix mean = parameters.runningMean();
        Matrix variance = parameters.runningVariance();
        return mean == null || variance == null ? null : new RunningStatistics(mean, variance);
    }

    static Matrix sumOfSquares(Kernels k, Matrix w) {
        return k.sum(k.sum(k.multiply(w, w), Axis.COLUMNS), Axis.ROWS); // 1×1
    }
}
