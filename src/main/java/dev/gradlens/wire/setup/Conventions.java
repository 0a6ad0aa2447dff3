package dev.gradlens.wire.setup;

import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.VarianceEstimator;

/**
 * What a field means that a request does not give. Every default of a convention is here and nowhere else.
 *
 * @param layout of the batch
 * @param gradientScale of the gradients
 * @param epsilon of every normalization
 * @param epsilonPlacement of every normalization
 * @param varianceEstimator of batch and layer normalization
 * @param runningVarianceEstimator of batch normalization
 * @param momentum of batch normalization
 * @param momentumConvention of batch normalization
 */
record Conventions(
        Layout layout,
        ScaleName gradientScale,
        double epsilon,
        Epsilon.Placement epsilonPlacement,
        VarianceEstimator varianceEstimator,
        VarianceEstimator runningVarianceEstimator,
        double momentum,
        RunningAverage.Convention momentumConvention) {

    /** Ioffe and Szegedy, 2015, with the momentum that most libraries take. */
    static final Conventions PAPER = new Conventions(
            Layout.ROWS,
            ScaleName.COST,
            1e-5,
            Epsilon.Placement.INSIDE_SQRT,
            VarianceEstimator.BIASED,
            VarianceEstimator.UNBIASED,
            0.9,
            RunningAverage.Convention.KEEP_OLD);

    /** A well-known course: examples are columns, and the 1/m is taken in dW, db, dgamma and dbeta. */
    static final Conventions COURSE = PAPER.with(Layout.COLUMNS, ScaleName.MEAN_IN_PARAMETERS);

    /** torch.nn.BatchNorm1d: momentum is what is taken of the new. */
    static final Conventions PYTORCH =
            PAPER.with(1e-5, 0.1, RunningAverage.Convention.TAKE_NEW, VarianceEstimator.UNBIASED);

    /** keras.layers.BatchNormalization. */
    static final Conventions KERAS =
            PAPER.with(1e-3, 0.99, RunningAverage.Convention.KEEP_OLD, VarianceEstimator.BIASED);

    /** Ioffe and Szegedy's with another epsilon. */
    static Conventions paper(double epsilon) {
        return PAPER.with(epsilon, PAPER.momentum, PAPER.momentumConvention, PAPER.runningVarianceEstimator);
    }

    private Conventions with(Layout newLayout, ScaleName newScale) {
        return new Conventions(
                newLayout,
                newScale,
                epsilon,
                epsilonPlacement,
                varianceEstimator,
                runningVarianceEstimator,
                momentum,
                momentumConvention);
    }

    private Conventions with(
            double newEpsilon,
            double newMomentum,
            RunningAverage.Convention newConvention,
            VarianceEstimator newRunningEstimator) {
        return new Conventions(
                layout,
                gradientScale,
                newEpsilon,
                epsilonPlacement,
                varianceEstimator,
                newRunningEstimator,
                newMomentum,
                newConvention);
    }
}
