package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.Mistake.Z07;
import static dev.gradlens.diagnosis.Mistake.Z09;
import static dev.gradlens.diagnosis.Mistake.Z10;
import static dev.gradlens.diagnosis.Mistake.Z18;
import static dev.gradlens.diagnosis.Mistake.Z19;
import static dev.gradlens.diagnosis.Mistake.Z22;
import static dev.gradlens.diagnosis.Mistake.Z23;
import static dev.gradlens.diagnosis.Mistake.Z24;
import static dev.gradlens.diagnosis.Mistake.Z25;
import static dev.gradlens.diagnosis.Mistake.Z26;
import static dev.gradlens.diagnosis.Mistake.Z28;
import static dev.gradlens.diagnosis.Mistake.Z30;
import static dev.gradlens.diagnosis.Mistake.Z36;
import static dev.gradlens.diagnosis.Mistake.Z37;
import static dev.gradlens.diagnosis.Mistake.Z50;

/** dZnorm, dsigma2 and dmu, on the way to dZ. */
final class PathLines {
    private PathLines() {}

    static final Lines D_Z_NORM = Lines.right(x -> x.dZTilda().times(x.gamma()))
            .wrong(Z18, 1, Sheet::dZTilda)
            .wrong(Z19, 1, x -> x.dZTilda().times(x.gamma()).times(x.gamma()));

    static final Lines D_SIGMA2 = Lines.right(x -> along(x, x.centred()).times(-0.5))
            .wrong(Z07, x -> along(x, x.centred()).negated())
            .wrong(Z09, x -> along(x, x.centred()).times(0.5))
            .wrong(Z22, 0, x -> alongOverRoot(x).over(x.s().power(0.5)).times(-0.5))
            .wrong(
                    Z22,
                    1,
                    x -> alongOverRoot(x).times(root(x)).over(x.s().power(1.5)).times(-0.5))
            .wrong(Z23, x -> alongOverRoot(x).over(x.s()).times(-0.5))
            .wrong(Z24, 0, x -> alongOverRoot(x).times(-0.5))
            .wrong(Z24, 1, x -> along(x, x.centred()).times(root(x).squared()).times(-0.5))
            .wrong(Z25, 0, x -> along(x, x.zNorm()).times(-0.5))
            .wrong(Z26, x -> along(x, x.zNorm()).times(-0.5))
            .wrong(Z28, x -> along(x, x.z()).times(-0.5))
            .wrong(Z30, 1, x -> along(x, x.s().over(x.s())).times(-0.5))
            .wrong(Z37, 0, x -> everywhere(x, overScale(x, x.centred())).times(-0.5))
            .wrong(
                    Z37,
                    1,
                    x -> everywhere(x, x.dZNorm().times(x.zNorm()))
                            .over(x.s())
                            .over(root(x))
                            .times(-0.5));

    static final Lines D_MU = Lines.right(PathLines::dMu)
            .wrong(Z10, x -> x.dZNorm().over(x.s()).sum(x.over()))
            .wrong(Z36, 0, x -> everywhere(x, x.dZNorm().over(x.s()).negated()))
            .wrong(Z36, 1, x -> x.dZNorm().sum(Over.ALL).negated().over(x.s()))
            .wrong(Z50, 0, x -> dMu(x).plus(x.dSigma2().times(2).over(x.count())))
            .wrong(Z50, 1, x -> dMu(x).plus(x.dSigma2().times(2).over(x.divisor())));

    private static Grid root(Sheet x) {
        return x.outside() ? x.sigma2().root() : x.s();
    }

    /** Terms of dsigma2, but for −½: dZnorm along something, over s² and the root. */
    private static Grid overScale(Sheet x, Grid direction) {
        return x.dZNorm().times(direction).over(x.s().squared().times(root(x)));
    }

    private static Grid along(Sheet x, Grid direction) {
        return overScale(x, direction).sum(x.over());
    }

    /** Along Z − mu, over the root alone. */
    private static Grid alongOverRoot(Sheet x) {
        return x.dZNorm().times(x.centred()).over(root(x)).sum(x.over());
    }

    private static Grid dMu(Sheet x) {
        Grid direct = x.dZNorm().over(x.s()).sum(x.over()).negated();
        return x.style() == Style.STAGED_WITH_ZERO_TERM ? direct.plus(throughVariance(x)) : direct;
    }

    /** Zero, as the deviations from the mean add up to it. */
    private static Grid throughVariance(Sheet x) {
        return x.dSigma2().times(x.centred().sum(x.over())).times(-2).over(x.divisor());
    }

    /** One total in place of each sum. */
    private static Grid everywhere(Sheet x, Grid terms) {
        return terms.sum(Over.ALL).like(x.s());
    }
}
