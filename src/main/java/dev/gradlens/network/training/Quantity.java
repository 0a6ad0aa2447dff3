package dev.gradlens.network.training;

import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.normalization.BatchNorm;

/**
 * What is watched of a layer in a step. Norms are roots of sums of squares; gradients are those of J before they are clipped,
 * weight decay of the network included and that of the optimizer not.
 */
enum Quantity {
    /** ‖W‖ after the move. */
    W_NORM("W.norm"),
    /** ‖dW‖. */
    DW_NORM("dW.norm"),
    /** ‖ΔW‖, how far the step moves W. */
    UPDATE_NORM("update.norm"),
    /** ‖ΔW‖/‖W‖, with W before the move. */
    UPDATE_RATIO("update.ratio"),
    /** ‖db‖; before batch normalization zero but for rounding, where the backward pass is exact. */
    DB_NORM("db.norm"),
    /** ‖b‖ after the move. */
    B_NORM("b.norm"),
    /**
     * max |b − b₀|, how far a bias has come from where the training began. Before batch normalization b has no influence and
     * its exact gradient is zero, so that it stays where it is under gradient descent; under an inexact backward pass it
     * wanders off. Under Adam and RMSProp it moves in any case: they divide a gradient by its own size, which makes steps as
     * large as the learning rate out of rounding.
     */
    B_DRIFT("b.drift"),
    /** The smallest entry of gamma after the move. */
    GAMMA_MIN("gamma.min"),
    /** The largest entry of gamma after the move. */
    GAMMA_MAX("gamma.max"),
    /** The share of a rectified layer's units that are 0 for every example of the batch, so that no gradient passes them. */
    DEAD("dead"),
    /** The share of the entries of A that are saturated: |A| &gt; 0.99 of tanh, A &lt; 0.01 or A &gt; 0.99 of a sigmoid. */
    SATURATED("saturated"),
    /**
     * √(Σ (mu − runningMean)² / Σ sigma2) over the units: how far inference stands from training, in standard deviations of
     * the batch. The running mean is the one that this batch has left.
     */
    STATISTICS_MEAN_GAP("statistics.meanGap"),
    /**
     * The mean over the units of sigma2/runningVariance, by the same estimator: 1 where inference divides as training does. NaN
     * where a batch of one has no variance.
     */
    STATISTICS_VARIANCE_RATIO("statistics.varianceRatio");

    private final String suffix;

    Quantity(String suffix) {
        this.suffix = suffix;
    }

    boolean existsIn(LayerSpec layer) {
        return switch (this) {
            case W_NORM, DW_NORM, UPDATE_NORM, UPDATE_RATIO -> layer.hasWeights();
            case DB_NORM, B_NORM, B_DRIFT -> layer.hasBias();
            case GAMMA_MIN, GAMMA_MAX -> layer.normalization() != null;
            case DEAD -> layer.activation() instanceof Relu;
            case SATURATED -> layer.activation() instanceof Tanh || layer.activation() instanceof Sigmoid;
            case STATISTICS_MEAN_GAP, STATISTICS_VARIANCE_RATIO -> layer.normalization() instanceof BatchNorm;
        };
    }

    /** Its name in a layer, which counts from 0 here and from 1 in the name. */
    String nameIn(int layer) {
        return "layer%d.%s".formatted(layer + 1, suffix);
    }
}
