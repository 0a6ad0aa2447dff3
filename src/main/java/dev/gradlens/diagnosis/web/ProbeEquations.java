package dev.gradlens.diagnosis.web;

import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Elu;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.Locale;
import java.util.Objects;

/**
 * The function whose gradients a probe holds, in lines of NumPy.
 *
 * @param spec the network of a probe
 */
record ProbeEquations(NetworkSpec spec) {

    String text() {
        Normalization normalization =
                Objects.requireNonNull(spec.layers().getFirst().normalization());
        return String.join(
                "\n    ",
                "Z1 = X @ W1.T + b1",
                statistics(normalization),
                scale(normalization.epsilon()),
                normalization instanceof RmsNorm ? "Znorm1 = Z1 / s1" : "Znorm1 = (Z1 - mu1) / s1",
                "Ztilda1 = gamma1 * Znorm1 + beta1",
                "A1 = g(Ztilda1)",
                "Z2 = A1 @ W2.T + b2",
                "A2 = g(Z2)          with g = " + activation(),
                loss(),
                "J = the mean of the examples' losses + 0.5 * " + spec.weightDecay()
                        + " * (np.sum(W1**2) + np.sum(W2**2))");
    }

    private static String statistics(Normalization normalization) {
        return switch (normalization) {
            case BatchNorm batch ->
                "mu1 = Z1.mean(axis=0); sigma2 = Z1.var(axis=0" + estimator(batch.varianceEstimator()) + ")";
            case LayerNorm units ->
                "mu1 = Z1.mean(axis=1, keepdims=True); sigma2 = Z1.var(axis=1, keepdims=True"
                        + estimator(units.varianceEstimator()) + ")";
            case RmsNorm rms -> "sigma2 = (Z1**2).mean(axis=1, keepdims=True)";
        };
    }

    private static String estimator(VarianceEstimator estimator) {
        return estimator == VarianceEstimator.BIASED ? "" : ", ddof=1";
    }

    private static String scale(Epsilon epsilon) {
        return switch (epsilon.placement()) {
            case INSIDE_SQRT -> "s1 = np.sqrt(sigma2 + " + epsilon.value() + ")";
            case OUTSIDE_SQRT -> "s1 = np.sqrt(sigma2) + " + epsilon.value();
        };
    }

    private String activation() {
        Activation activation = spec.layers().getFirst().activation();
        String name = activation.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return switch (activation) {
            case LeakyRelu(double slope) -> name + " of slope " + slope;
            case Elu(double alpha) -> name + " of alpha " + alpha;
            default -> name;
        };
    }

    private String loss() {
        String p = spec.loss() instanceof BinaryCrossEntropy ? "A2" : "1 / (1 + np.exp(-A2))";
        return "p = " + p + "; the loss of an example: -np.sum(Y * np.log(p) + (1 - Y) * np.log(1 - p), axis=1)";
    }
}
