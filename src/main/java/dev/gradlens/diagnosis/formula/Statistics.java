package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * Mean, variance and denominator as a backward pass may have taken them.
 *
 * @param centred Z minus the mean
 * @param variance of whatever was normalized together
 * @param s the denominator
 * @param placement where epsilon stands in it
 */
record Statistics(Kernels k, Matrix centred, Matrix variance, Matrix s, Placement placement) {

    static Statistics of(Scene scene, StatisticsChoice choice) {
        Kernels k = scene.k();
        Placement own = scene.epsilon().placement();
        double epsilon = scene.epsilon().value();
        return switch (choice) {
            case OWN -> own(scene);
            case OTHER_PLACEMENT -> scaled(scene, new Epsilon(epsilon, own.other()));
            case NO_EPSILON -> scaled(scene, new Epsilon(0, own));
            case SINGLE_EPSILON -> scaled(scene, new Epsilon((float) epsilon, own));
            case UNBIASED -> unbiased(scene);
            case RUNNING_BEFORE -> with(scene, scene.runningMean(), scene.runningVariance());
            case RUNNING_AFTER -> with(scene, scene.at(Step.RUNNING_MEAN), scene.at(Step.RUNNING_VARIANCE));
            case OF_THE_BATCH -> along(scene, scene.axis());
            case OF_ALL -> ofAll(scene, (double) scene.examples() * units(scene));
            case SUM_OF_ALL -> ofAll(scene, scene.count());
            case SUM_OF_ALL_IN_MEAN -> sumInMean(scene);
            case OTHER_AXIS -> along(scene, scene.axis() == Axis.ROWS ? Axis.COLUMNS : Axis.ROWS);
            case INVERSE -> {
                Matrix inverse = k.divide(k.constant(1), scene.at(Step.SCALE));
                yield new Statistics(k, centred(scene), inverse, scene.epsilon().denominator(k, inverse), own);
            }
        };
    }

    private static double units(Scene scene) {
        return scene.at(Step.Z).columns();
    }

    private static Statistics own(Scene scene) {
        return new Statistics(
                scene.k(),
                centred(scene),
                scene.at(Step.SIGMA2),
                scene.at(Step.SCALE),
                scene.epsilon().placement());
    }

    private static Statistics scaled(Scene scene, Epsilon epsilon) {
        Matrix variance = scene.at(Step.SIGMA2);
        return new Statistics(
                scene.k(), centred(scene), variance, epsilon.denominator(scene.k(), variance), epsilon.placement());
    }

    private static Statistics unbiased(Scene scene) {
        Kernels k = scene.k();
        double factor = scene.estimator() == VarianceEstimator.UNBIASED ? 1 : scene.count() / (scene.count() - 1);
        Matrix variance = k.multiply(scene.at(Step.SIGMA2), factor);
        return new Statistics(
                k,
                centred(scene),
                variance,
                scene.epsilon().denominator(k, variance),
                scene.epsilon().placement());
    }

    private static Statistics with(Scene scene, Matrix mean, Matrix variance) {
        Kernels k = scene.k();
        return new Statistics(
                k,
                k.subtract(scene.at(Step.Z), mean),
                variance,
                scene.epsilon().denominator(k, variance),
                scene.epsilon().placement());
    }

    private static Statistics along(Scene scene, Axis axis) {
        Kernels k = scene.k();
        Matrix mean = scene.isRms() ? k.constant(0) : k.mean(scene.at(Step.Z), axis);
        Matrix centred = k.subtract(scene.at(Step.Z), mean);
        double count = axis == Axis.ROWS ? scene.examples() : units(scene);
        double divisor = scene.estimator() == VarianceEstimator.BIASED ? count : count - 1;
        return with(scene, mean, k.multiply(k.sum(k.multiply(centred, centred), axis), 1 / divisor));
    }

    private static Statistics ofAll(Scene scene, double divisor) {
        Kernels k = scene.k();
        Matrix mean = scene.isRms() ? k.constant(0) : k.multiply(Sums.total(k, scene.at(Step.Z)), 1 / divisor);
        Matrix centred = k.subtract(scene.at(Step.Z), mean);
        double ofSquares = scene.estimator() == VarianceEstimator.BIASED ? divisor : divisor - 1;
        return with(scene, mean, k.multiply(Sums.total(k, k.multiply(centred, centred)), 1 / ofSquares));
    }

    private static Statistics sumInMean(Scene scene) {
        Kernels k = scene.k();
        Matrix mean = k.multiply(Sums.total(k, scene.at(Step.Z)), 1 / scene.count());
        Matrix centred = k.subtract(scene.at(Step.Z), mean);
        Matrix squares = k.sum(k.multiply(centred, centred), scene.axis());
        return with(scene, mean, k.multiply(squares, 1 / scene.divisor()));
    }

    static Matrix centred(Scene scene) {
        return scene.isRms() ? scene.at(Step.Z) : scene.k().subtract(scene.at(Step.Z), scene.at(Step.MU));
    }

    /** Z less the mean, over s. */
    Matrix zNorm() {
        return k.divide(centred, s);
    }

    /** By what the variance path is larger than with epsilon inside: s/√sigma2 outside, and 0 where nothing varies. */
    Matrix slopeFactor() {
        return slopeFactor(placement);
    }

    /** The same by the formula of a placement, whatever s is. */
    Matrix slopeFactor(Placement formula) {
        return switch (formula) {
            case INSIDE_SQRT -> k.constant(1);
            case OUTSIDE_SQRT ->
                k.selectPositive(variance, k.divide(s, k.map(Elementary.SQRT, variance)), k.constant(0));
        };
    }

    /** The root in the slope of s. */
    Matrix root() {
        return placement == Placement.INSIDE_SQRT ? s : k.map(Elementary.SQRT, variance);
    }
}
