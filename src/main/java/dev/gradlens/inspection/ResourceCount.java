package dev.gradlens.inspection;

import dev.gradlens.network.LayerParts;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;
import java.util.Optional;

/**
 * Counts what a layer computes and moves, for m examples, n units and k inputs, forward and backward together.
 *
 * <p>Operations are those of the equations, a multiplication, an addition and a division being one each. Of the products
 * 6·m·n·k, two for each term of Aprev·Wᵀ, dZᵀ·Aprev and dZ·W, and 2·m·n with b, which is added to Z and whose gradient is a
 * sum over dZ. Of the normalization some m·n, see below. What is done once a unit or once an example is not counted.
 *
 * <p>Bytes are those of a machine that reads each matrix once and writes each matrix once in forward, and so again in
 * backward, at eight bytes an entry, or four in single precision; vectors are not counted.
 */
final class ResourceCount {
    /** Aprev, W → Z; Aprev, W, dZ → dW, dAprev: m×k. */
    private static final long PASSES_OVER_INPUTS = 3;
    /** n×k. */
    private static final long PASSES_OVER_WEIGHTS = 3;
    /** m×n. */
    private static final long PASSES_OVER_UNITS = 2;

    /** The mean, Z − mu, squares and their sum, the quotient, gamma and beta. */
    private static final long FORWARD = 1 + 1 + 2 + 1 + 2;
    /** As much without a mean. */
    private static final long FORWARD_RMS = 2 + 1 + 2;
    /** As much without statistics. */
    private static final long FORWARD_FIXED = 1 + 1 + 2;
    /** dgamma, a product and a sum; dbeta, a sum. */
    private static final long SCALE_AND_SHIFT = 2 + 1;
    /** dZnorm, dZnorm/s. */
    private static final long DIRECT = 1 + 1;
    /** Σ dZnorm ⊙ (Z − mu), a product and a sum; dsigma2·(Z − mu); its addition. */
    private static final long THROUGH_VARIANCE = 2 + 1 + 1;
    /** Σ dZnorm/s, Σ (Z − mu), the addition of dmu. */
    private static final long THROUGH_MEAN = 1 + 1 + 1;

    /** Z → Znorm, Ztilda; dZtilda, Znorm → dZ. */
    private static final long PASSES_OF_NORMALIZATION = 6;
    /** dZ is dZtilda itself where the normalization is skipped. */
    private static final long PASSES_WHERE_SKIPPED = 5;

    private final LayerParts layer;
    private final Stopwatch stopwatch;
    private final long bytes; // of an entry
    private final long m;
    private final long n;
    private final long k;

    private ResourceCount(LayerParts layer, Stopwatch stopwatch, Precision precision) {
        this.layer = layer;
        this.stopwatch = stopwatch;
        this.bytes = precision.bytes();
        this.m = layer.z().rows();
        this.n = layer.z().columns();
        this.k = layer.aPrev().columns();
    }

    /** What a layer costs on these kernels. */
    static Resources of(LayerParts layer, KernelsProvider provider, Precision precision) {
        ResourceCount count = new ResourceCount(layer, new Stopwatch(provider, precision), precision);
        return new Resources(count.products(), count.normalization());
    }

    private Optional<Resources.Cost> products() {
        if (!layer.spec().hasWeights()) {
            return Optional.empty();
        }
        long operations = 6 * m * n * k + (layer.spec().hasBias() ? 2 * m * n : 0);
        long entries = PASSES_OVER_INPUTS * m * k + PASSES_OVER_WEIGHTS * n * k + PASSES_OVER_UNITS * m * n;
        return Optional.of(new Resources.Cost(operations, entries * bytes, stopwatch.microseconds(layer::products)));
    }

    private Optional<Resources.Cost> normalization() {
        Normalization normalization = layer.spec().normalization();
        if (normalization == null) {
            return Optional.empty();
        }
        long operations = (forward(normalization) + backward(normalization)) * m * n;
        boolean skipped = layer.rule() == BackwardRule.SKIP_NORMALIZATION;
        long entries = (skipped ? PASSES_WHERE_SKIPPED : PASSES_OF_NORMALIZATION) * m * n;
        return Optional.of(
                new Resources.Cost(operations, entries * bytes, stopwatch.microseconds(layer::normalization)));
    }

    private long forward(Normalization normalization) {
        if (isFixed(normalization)) {
            return FORWARD_FIXED;
        }
        return normalization instanceof RmsNorm ? FORWARD_RMS : FORWARD;
    }

    private long backward(Normalization normalization) {
        return SCALE_AND_SHIFT
                + switch (layer.rule()) {
                    case SKIP_NORMALIZATION -> 0;
                    case STATISTICS_AS_CONSTANTS -> DIRECT;
                    case EXACT -> DIRECT + throughStatistics(normalization);
                };
    }

    private long throughStatistics(Normalization normalization) {
        if (isFixed(normalization)) {
            return 0;
        }
        return THROUGH_VARIANCE + (normalization instanceof RmsNorm ? 0 : THROUGH_MEAN);
    }

    private boolean isFixed(Normalization normalization) {
        return normalization instanceof BatchNorm && layer.mode() == Mode.INFERENCE;
    }
}
