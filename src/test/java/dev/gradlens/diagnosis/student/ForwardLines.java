package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.Mistake.F01;
import static dev.gradlens.diagnosis.Mistake.F03;
import static dev.gradlens.diagnosis.Mistake.F05;
import static dev.gradlens.diagnosis.Mistake.F06;
import static dev.gradlens.diagnosis.Mistake.F07;
import static dev.gradlens.diagnosis.Mistake.R01;
import static dev.gradlens.diagnosis.Mistake.R02;

import dev.gradlens.diagnosis.Step;

/**
 * Forward. Epsilon elsewhere (F02), the other variance (F04) and the whole layer along the other axis (F05, reading 1) are
 * not lines but conventions, which {@link Sheet} keeps.
 */
final class ForwardLines {
    private ForwardLines() {}

    static final Lines Z = Lines.right(ForwardLines::linear);

    static final Lines MU = Lines.right(x -> x.given().isFixed() ? x.oldMean() : mean(x))
            .wrong(F01, 0, x -> x.z().mean(Over.ALL).like(mean(x)))
            .wrong(F01, 1, x -> x.z().sum(Over.ALL).over(x.count()).like(mean(x)))
            .wrong(F01, 2, x -> x.z().mean(Over.ALL).like(mean(x)))
            .wrong(F01, 3, x -> x.z().sum(Over.ALL).over(x.count()).like(mean(x)))
            .wrong(F05, x -> x.z().mean(x.over().other()));

    static final Lines SIGMA2 = Lines.right(x -> x.given().isFixed() ? x.oldVariance() : variance(x))
            .wrong(F01, 0, x -> varianceOfAll(x, x.count(Over.ALL)))
            .wrong(F01, 1, x -> varianceOfAll(x, x.count()))
            .wrong(F01, 4, x -> varianceOfAll(x, x.count(Over.ALL)))
            .wrong(F01, 5, x -> varianceOfAll(x, x.count()))
            .wrong(
                    F05,
                    x -> x.centred()
                            .squared()
                            .sum(x.over().other())
                            .over(x.divisor(x.count(x.over().other()))))
            .wrong(F07, 0, x -> meanOfSquaresLessSquareOfMean(x, x.z()))
            .wrong(
                    F07,
                    1,
                    x -> meanOfSquaresLessSquareOfMean(x, x.z().inSinglePrecision())
                            .inPrecisionOf(x.z()));

    static final Lines SCALE = Lines.right(x -> x.scale(x.sigma2()))
            .wrong(F03, 0, x -> x.sigma2().plus(x.given().epsilon())); // and backward with this one

    static final Lines Z_NORM = Lines.right(x -> x.centred().over(x.s()))
            .wrong(F03, 1, x -> x.centred().over(x.sigma2().plus(x.given().epsilon()))); // and backward with the root

    static final Lines Z_TILDA = Lines.right(x -> x.zNorm().times(x.gamma()).plus(x.beta()))
            .wrong(
                    F06,
                    0,
                    x -> x.zNorm().times(x.gamma().transposed()).plus(x.beta().transposed()))
            .wrong(F06, 1, x -> x.zNorm().times(x.gamma().transposed()).plus(x.beta()))
            .wrong(F06, 2, x -> x.zNorm().times(x.gamma()).plus(x.beta().transposed()));

    static final Lines A = Lines.right(x -> Functions.value(x.activation(), x.argument()));

    static final Lines RUNNING_MEAN = Lines.right(x -> blended(x, x.oldMean(), x.at(Step.MU)))
            .wrong(R01, x -> blended(x, x.at(Step.MU), x.oldMean()));

    static final Lines RUNNING_VARIANCE = Lines.right(x -> blended(x, x.oldVariance(), variance(x, keepsUnbiased(x))))
            .wrong(R01, x -> blended(x, variance(x, keepsUnbiased(x)), x.oldVariance()))
            .wrong(R02, x -> blended(x, x.oldVariance(), variance(x, !keepsUnbiased(x))));

    private static Grid linear(Sheet x) {
        Grid product = x.given().spec().hasWeights() ? x.aPrevious().dot(x.w().transposed()) : x.aPrevious();
        return x.given().spec().hasBias() ? product.plus(x.b()) : product;
    }

    private static Grid mean(Sheet x) {
        return x.z().mean(x.over());
    }

    private static Grid variance(Sheet x) {
        return x.centred().squared().sum(x.over()).over(x.divisor());
    }

    private static Grid varianceOfAll(Sheet x, double count) {
        return x.centred().squared().sum(Over.ALL).over(x.divisor(count)).like(variance(x));
    }

    private static Grid meanOfSquaresLessSquareOfMean(Sheet x, Grid z) {
        Grid variance = z.squared().mean(x.over()).minus(z.mean(x.over()).squared());
        return x.unbiased() ? variance.times(x.count() / x.divisor()) : variance;
    }

    private static boolean keepsUnbiased(Sheet x) {
        return x.given().isRunningVarianceUnbiased();
    }

    /** The variance of the batch that is kept. */
    private static Grid variance(Sheet x, boolean unbiased) {
        return x.sigma2().times(x.divisor() / (unbiased ? x.count() - 1 : x.count()));
    }

    private static Grid blended(Sheet x, Grid old, Grid ofBatch) {
        return old.times(x.given().kept()).plus(ofBatch.times(1 - x.given().kept()));
    }
}
