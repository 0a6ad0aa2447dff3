package dev.gradlens.network.training;

import dev.gradlens.network.Node.Kind;

/** What can be seen of a trainer between its gradients and its move, and just after it. Layers count from 0. */
interface Sight {

    /** Keeps W of every layer as it is, to tell how far it moves. */
    void remember();

    /** ‖·‖ of a parameter. */
    double norm(int layer, Kind parameter);

    /** ‖·‖ of a parameter's gradient; only before the move. */
    double gradientNorm(int layer, Kind parameter);

    /** How far W has come since it was remembered. */
    double moved(int layer);

    /** A copy of a parameter's entries. */
    double[] entries(int layer, Kind parameter);

    /** The share of the units of A that are 0 throughout. */
    double deadShare(int layer);

    /** The share of the entries of A that are saturated. */
    double saturatedShare(int layer);

    /** Of the batch and of the running average. */
    Statistics statistics(int layer);

    /** How the gradients that are used stand to the exact ones. */
    Alignment alignment();

    /**
     * What normalizes a layer in training and what will in inference, unit by unit.
     *
     * @param variance by the estimator of the running one
     */
    record Statistics(double[] mean, double[] variance, double[] runningMean, double[] runningVariance) {
        double meanGap() {
            double gaps = 0;
            double variances = 0;
            for (int unit = 0; unit < mean.length; unit++) {
                double gap = mean[unit] - runningMean[unit];
                gaps += gap * gap;
                variances += variance[unit];
            }
            return Math.sqrt(gaps / variances);
        }

        double varianceRatio() {
            double sum = 0;
            for (int unit = 0; unit < mean.length; unit++) {
                sum += variance[unit] / runningVariance[unit];
            }
            return sum / mean.length;
        }
    }

    /**
     * Of the gradient that is used and the exact one, over all parameters.
     *
     * @param product ⟨exact, used⟩
     * @param usedNorm ‖used‖
     * @param exactNorm ‖exact‖
     */
    record Alignment(double product, double usedNorm, double exactNorm) {
        /** 1 where both point the same way; NaN where one of them is zero. */
        double cosine() {
            return product / (usedNorm * exactNorm);
        }
    }
}
