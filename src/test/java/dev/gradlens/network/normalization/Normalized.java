package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import org.jspecify.annotations.Nullable;

/** One normalization, forward and backward, as plain numbers. */
record Normalized(
        @Nullable Values mu,
        Values sigma2,
        Values zNorm,
        Values zTilda,
        @Nullable Values runningMean,
        @Nullable Values runningVariance,
        @Nullable Values dSigma2,
        @Nullable Values dMu,
        Values dZ,
        Values dGamma,
        Values dBeta) {

    /** With running statistics 0 and 1. */
    static Normalized of(Normalization normalization, Values z, Values gamma, Values beta, Values dZTilda) {
        Values mean = Values.filled(1, z.columns(), 0);
        Values variance = Values.filled(1, z.columns(), 1);
        return of(normalization, z, gamma, beta, dZTilda, mean, variance, Mode.TRAINING, BackwardRule.EXACT);
    }

    static Normalized of(
            Normalization normalization,
            Values z,
            Values gamma,
            Values beta,
            Values dZTilda,
            Values mean,
            Values variance,
            Mode mode,
            BackwardRule rule) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            RunningStatistics running = new RunningStatistics(k.matrix(mean), k.matrix(variance));
            NormalizationParameters parameters = new NormalizationParameters(k.matrix(gamma), k.matrix(beta), running);
            NormalizationTape tape = normalization.forward(k, k.matrix(z), parameters, mode);
            return of(tape, normalization.backward(k, tape, parameters, k.matrix(dZTilda), rule));
        }
    }

    private static Normalized of(NormalizationTape tape, NormalizationGradients gradients) {
        RunningStatistics running = tape.running();
        return new Normalized(
                values(tape.mu()),
                tape.sigma2().values(),
                tape.zNorm().values(),
                tape.zTilda().values(),
                running == null ? null : running.mean().values(),
                running == null ? null : running.variance().values(),
                values(gradients.dSigma2()),
                values(gradients.dMu()),
                gradients.dZ().values(),
                gradients.dGamma().values(),
                gradients.dBeta().values());
    }

    private static @Nullable Values values(@Nullable Matrix matrix) {
        return matrix == null ? null : matrix.values();
    }
}
