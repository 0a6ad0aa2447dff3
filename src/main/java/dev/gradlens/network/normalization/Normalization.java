package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;

/** A normalization of Z with a learned scale gamma and shift beta behind it. Stateless. */
public sealed interface Normalization permits BatchNorm, LayerNorm, RmsNorm {

    /** Where epsilon stands and how large it is. */
    Epsilon epsilon();

    /** The same with epsilon as the nearest number of a precision. */
    Normalization rounded(Precision precision);

    /**
     * Znorm and Ztilda of Z, with all that backward needs.
     *
     * @param z m×n, an example in each row
     * @param parameters gamma and beta, 1×n, and for batch normalization the running statistics
     */
    NormalizationTape forward(Kernels k, Matrix z, NormalizationParameters parameters, Mode mode);

    /**
     * The gradients behind {@link #forward}.
     *
     * @param dZTilda the gradient of Ztilda, m×n
     * @param rule whether the statistics are differentiated, held constant, or the whole normalization is ignored
     */
    default NormalizationGradients backward(
            Kernels k, NormalizationTape tape, NormalizationParameters parameters, Matrix dZTilda, BackwardRule rule) {
        ScaleGradients scale = ScaleGradients.of(k, tape, dZTilda);
        return switch (rule) {
            case SKIP_NORMALIZATION -> NormalizationGradients.skipped(dZTilda, scale);
            case STATISTICS_AS_CONSTANTS -> statisticsAsConstants(k, tape, parameters, dZTilda, scale);
            case EXACT ->
                tape.statisticsAreFixed()
                        ? statisticsAsConstants(k, tape, parameters, dZTilda, scale)
                        : exact(k, tape, parameters, dZTilda, scale);
        };
    }

    /** The exact gradients where the statistics depend on Z. */
    NormalizationGradients exact(
            Kernels k,
            NormalizationTape tape,
            NormalizationParameters parameters,
            Matrix dZTilda,
            ScaleGradients scale);

    private static NormalizationGradients statisticsAsConstants(
            Kernels k,
            NormalizationTape tape,
            NormalizationParameters parameters,
            Matrix dZTilda,
            ScaleGradients scale) {
        Matrix dZNorm = k.multiply(dZTilda, parameters.gamma()); // m×n
        Matrix dZ = k.divide(dZNorm, tape.s()); // m×n
        return NormalizationGradients.statisticsAsConstants(dZNorm, dZ, scale);
    }
}
