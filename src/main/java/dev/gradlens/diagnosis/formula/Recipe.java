package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A backward pass through a normalization, right or wrong, as the choices that its author made.
 *
 * <pre>
 * dZ = D − M − V        D = g/s        M = mean(g)/s        V = Znorm ⊙ mean(g ⊙ Znorm)/s · slope        g = gamma ⊙ dZtilda
 * </pre>
 *
 * <p>with slope 1, s/√sigma2 where epsilon is outside of the root, and k/(k − 1) of that for the unbiased variance. It follows
 * from the equations in section 3 of Ioffe and Szegedy, 2015, with dsigma2 and dmu put in. Two mistakes at once are the changes
 * of both.
 *
 * @param direct D
 * @param throughMean M
 * @param throughVariance V
 * @param variance what V is made of
 * @param whole what is done to all three
 */
record Recipe(Path direct, Path throughMean, Path throughVariance, Variance variance, Whole whole) {
    static final Recipe TRUE = new Recipe(Path.TRUE, Path.TRUE, Path.TRUE, Variance.TRUE, Whole.TRUE);

    /** The right one where the statistics are fixed. */
    static final Recipe FIXED = TRUE.mean(Path.TRUE.times(0)).variance(Path.TRUE.times(0));

    /** The right one where there is no mean. */
    static final Recipe OF_RMS = TRUE.mean(Path.TRUE.times(0));

    /** The right one in a scene. */
    static Recipe right(Scene scene) {
        Recipe right = scene.isFixed() ? FIXED : scene.isRms() ? OF_RMS : TRUE;
        return scene.hasStatisticsOfAnotherShape() ? right.withSumsOfQuotients() : right;
    }

    /** With s within the sums, where it differs among what is summed. */
    private Recipe withSumsOfQuotients() {
        return mean(throughMean.reduced(Reduction.MEAN, 1))
                .variance(throughVariance.reduced(Reduction.MEAN, 2).withSlopeInside());
    }

    Recipe direct(Path other) {
        return new Recipe(other, throughMean, throughVariance, variance, whole);
    }

    Recipe mean(Path other) {
        return new Recipe(direct, other, throughVariance, variance, whole);
    }

    Recipe variance(Path other) {
        return new Recipe(direct, throughMean, other, variance, whole);
    }

    Recipe variance(Variance other) {
        return new Recipe(direct, throughMean, throughVariance, other, whole);
    }

    Recipe whole(Whole other) {
        return new Recipe(direct, throughMean, throughVariance, variance, other);
    }

    /** s, and Znorm too, of other statistics. */
    Recipe over(StatisticsChoice other) {
        return dividedBy(other).variance(variance.factorOver(other).sumOver(other));
    }

    /** s of other statistics, Znorm as it is. */
    Recipe dividedBy(StatisticsChoice other) {
        return new Recipe(direct.over(other), throughMean.over(other), throughVariance.over(other), variance, whole);
    }

    static Axis other(Axis axis) {
        return axis == Axis.ROWS ? Axis.COLUMNS : Axis.ROWS;
    }

    /** dZ, m×n. */
    Matrix dZ(Scene scene) {
        Kernels k = scene.k();
        Matrix sum = directPath(scene); // m×n
        if (!throughMean.isMissing()) {
            sum = k.subtract(sum, meanPath(scene));
        }
        if (!throughVariance.isMissing()) {
            sum = k.subtract(sum, variancePath(scene));
        }
        if (whole.extra() != 0) {
            double m = scene.count();
            sum = k.add(sum, k.multiply(dSigma2(scene), whole.extra() * 2 / (m * m)));
        }
        return behind(scene, sum);
    }

    /** dmu, like mu. */
    Matrix dMu(Scene scene) {
        Kernels k = scene.k();
        Matrix dMu = k.multiply(throughMean.isMissing() ? zero(scene) : meanPath(scene), -scene.count());
        return whole.extra() == 0 ? dMu : k.add(dMu, k.multiply(dSigma2(scene), whole.extra() * 2 / scene.count()));
    }

    /** dsigma2, like sigma2. */
    Matrix dSigma2(Scene scene) {
        Kernels k = scene.k();
        if (throughVariance.isMissing()) {
            return zero(scene);
        }
        return k.multiply(varianceSum(scene, 1), -scene.divisor() / 2);
    }

    private static Matrix zero(Scene scene) {
        return scene.k().multiply(scene.at(Step.SIGMA2), 0);
    }

    Matrix directPath(Scene scene) {
        return scaled(scene, direct, g(scene), 1);
    }

    Matrix meanPath(Scene scene) {
        Kernels k = scene.k();
        if (scene.isReplaced(Step.D_MU) && throughMean.reduction() == Reduction.MEAN) {
            Matrix sent = k.multiply(scene.at(Step.D_MU), -1 / scene.count());
            return scaled(scene, throughMean, sent, 0);
        }
        Matrix mean = scaled(scene, throughMean, reduced(scene, throughMean, g(scene)), 1 - throughMean.insidePower());
        return throughMean.withVariance() ? k.add(mean, meanThroughVariance(scene)) : mean;
    }

    /** −1/k of dmu's term through sigma2, dsigma2 · 2/k · Σ (Z − mu) · 1/k. */
    private Matrix meanThroughVariance(Scene scene) {
        Kernels k = scene.k();
        Matrix centred = Statistics.centred(scene);
        Matrix sum = throughMean.reduction() == Reduction.MEAN ? k.sum(centred, scene.axis()) : Sums.total(k, centred);
        double count = throughMean.reduction() == Reduction.MEAN_OF_ALL
                ? (double) centred.rows() * centred.columns()
                : scene.count();
        return k.multiply(k.multiply(dSigma2(scene), sum), 2 / (count * scene.divisorOf(count)));
    }

    Matrix variancePath(Scene scene) {
        return scene.k().multiply(varianceFactor(scene), varianceSum(scene, 0));
    }

    /** What stands before the mean in V. */
    private Matrix varianceFactor(Scene scene) {
        return variance.factor().of(scene, scene.statistics(variance.factorStatistics()));
    }

    /** mean(g ⊙ Znorm)/s · slope, divided by s a few times more. */
    private Matrix varianceSum(Scene scene, int furtherDivisions) {
        Kernels k = scene.k();
        if (scene.isReplaced(Step.D_SIGMA2) && throughVariance.reduction() == Reduction.MEAN) {
            Matrix sent = k.multiply(k.multiply(scene.at(Step.D_SIGMA2), scene.at(Step.SCALE)), -2 / scene.divisor());
            return scaled(scene, throughVariance, sent, furtherDivisions);
        }
        Matrix inSum = variance.inSum().of(scene, scene.statistics(variance.sumStatistics()));
        Matrix terms = k.multiply(g(scene), inSum);
        Matrix slope = slope(scene);
        Matrix mean = reduced(scene, throughVariance, throughVariance.slopeInside() ? k.multiply(terms, slope) : terms);
        Matrix sloped = throughVariance.slopeInside() ? mean : k.multiply(mean, slope);
        return scaled(scene, throughVariance, sloped, 1 + furtherDivisions - throughVariance.insidePower());
    }

    /** What the slope of s makes of the variance path, with the estimator's divisor. */
    private Matrix slope(Scene scene) {
        Statistics taken = scene.statistics(throughVariance.statistics());
        Matrix slope =
                variance.slopeAsDeclared() ? taken.slopeFactor(scene.epsilon().placement()) : taken.slopeFactor();
        double estimator = scene.estimatorFactor(throughVariance.statistics(), whole.otherAxis());
        return estimator == 1 ? slope : scene.k().multiply(slope, estimator);
    }

    private Matrix reduced(Scene scene, Path path, Matrix terms) {
        Kernels k = scene.k();
        Matrix s = scene.statistics(path.statistics()).s();
        Matrix divided = path.insidePower() == 0 ? terms : k.divide(terms, Sums.power(k, s, path.insidePower()));
        return path.reduction().of(scene, divided, whole.otherAxis());
    }

    /** coefficient · path · s^sPower / s^division. */
    private static Matrix scaled(Scene scene, Path path, Matrix a, int division) {
        Kernels k = scene.k();
        double power = path.sPower() - division;
        Matrix s = scene.statistics(path.statistics()).s();
        Matrix result = path.coefficient() == 1 ? a : k.multiply(a, path.coefficient());
        if (path.rootPower() != 0) {
            Matrix root = scene.statistics(path.statistics()).root();
            result = k.multiply(result, Sums.power(k, root, path.rootPower()));
        }
        return power == 0 ? result : power == -1 ? k.divide(result, s) : k.multiply(result, Sums.power(k, s, power));
    }

    /** gamma ⊙ dZtilda, or what was taken for it. */
    private Matrix g(Scene scene) {
        Kernels k = scene.k();
        if (scene.isReplaced(Step.D_Z_NORM) && !whole.activationSkipped() && whole.gammaPower() == 1) {
            return scene.at(Step.D_Z_NORM);
        }
        Matrix g = scene.at(whole.activationSkipped() ? Step.D_A : Step.D_Z_TILDA);
        for (int power = 0; power < whole.gammaPower(); power++) {
            g = k.multiply(g, scene.gamma());
        }
        return g;
    }

    private Matrix behind(Scene scene, Matrix sum) {
        Kernels k = scene.k();
        Matrix result = whole.coefficient() == 1 ? sum : k.multiply(sum, whole.coefficient());
        if (whole.sPower() != 0) {
            result = k.multiply(
                    result, Sums.power(k, scene.statistics(StatisticsChoice.OWN).s(), whole.sPower()));
        }
        for (int power = 0; power < whole.gammaPowerBehind(); power++) {
            result = k.multiply(result, scene.gamma());
        }
        Matrix slope = whole.slopeBehind() ? slopeAtZ(scene) : null;
        return slope == null ? result : k.multiply(result, slope);
    }

    private static @Nullable Matrix slopeAtZ(Scene scene) {
        return scene.slopeAt(scene.at(Step.Z));
    }
}
