package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.Mistake.Z01;
import static dev.gradlens.diagnosis.Mistake.Z02;
import static dev.gradlens.diagnosis.Mistake.Z03;
import static dev.gradlens.diagnosis.Mistake.Z04;
import static dev.gradlens.diagnosis.Mistake.Z05;
import static dev.gradlens.diagnosis.Mistake.Z06;
import static dev.gradlens.diagnosis.Mistake.Z08;
import static dev.gradlens.diagnosis.Mistake.Z11;
import static dev.gradlens.diagnosis.Mistake.Z12;
import static dev.gradlens.diagnosis.Mistake.Z13;
import static dev.gradlens.diagnosis.Mistake.Z14;
import static dev.gradlens.diagnosis.Mistake.Z16;
import static dev.gradlens.diagnosis.Mistake.Z17;
import static dev.gradlens.diagnosis.Mistake.Z19;
import static dev.gradlens.diagnosis.Mistake.Z20;
import static dev.gradlens.diagnosis.Mistake.Z21;
import static dev.gradlens.diagnosis.Mistake.Z25;
import static dev.gradlens.diagnosis.Mistake.Z26;
import static dev.gradlens.diagnosis.Mistake.Z27;
import static dev.gradlens.diagnosis.Mistake.Z35;
import static dev.gradlens.diagnosis.Mistake.Z46;
import static dev.gradlens.diagnosis.Mistake.Z47;
import static dev.gradlens.diagnosis.Mistake.Z49;
import static dev.gradlens.diagnosis.Mistake.Z54;

/** dZ of a normalized layer, put together from dZnorm, dmu and dsigma2. */
final class NormalizationLines {
    private NormalizationLines() {}

    private static final Lines STAGED = Lines.right(NormalizationLines::dZ)
            .wrong(Z01, Sheet::dZTilda)
            .wrong(Z02, Sheet::dZNorm)
            .wrong(Z03, NormalizationLines::direct)
            .wrong(Z04, x -> direct(x).plus(throughMean(x)))
            .wrong(Z05, x -> direct(x).plus(throughVariance(x)))
            .wrong(Z06, x -> throughMean(x).plus(throughVariance(x)))
            .wrong(Z08, x -> together(x, throughMean(x), throughVariance(x).over(2)))
            .wrong(Z11, x -> together(x, x.dMu(), throughVariance(x)))
            .wrong(Z12, 0, x -> together(x, throughMean(x), x.dSigma2().times(2).times(x.centred())))
            .wrong(Z12, 1, x -> together(x, throughMean(x), throughVariance(x).times(x.count())))
            .wrong(Z13, 0, x -> together(x, x.dMu(), x.dSigma2().times(2).times(x.centred())))
            .wrong(Z13, 1, x -> together(x, x.dMu(), throughVariance(x).times(x.count())))
            .wrong(Z14, 0, x -> dZ(x).over(x.count()))
            .wrong(Z14, 1, x -> dZ(x).over(x.examples()))
            .wrong(Z16, 0, x -> together(x, throughMean(x), throughVariance(x).over(x.count())))
            .wrong(Z16, 1, x -> together(x, throughMean(x), throughVariance(x).over(x.divisor())))
            .wrong(Z17, x -> together(x, throughMean(x).over(x.count()), throughVariance(x)))
            .wrong(Z19, 0, x -> dZ(x).times(x.gamma()))
            .wrong(Z20, x -> dZ(x).times(x.s()))
            .wrong(Z21, x -> dZ(x).over(x.s()))
            .wrong(Z25, 1, x -> together(x, throughMean(x), throughVariance(x, x.zNorm())))
            .wrong(Z26, x -> together(x, throughMean(x), throughVariance(x, x.zNorm())))
            .wrong(Z27, x -> together(x, throughMean(x), throughVariance(x, x.z())))
            .wrong(Z35, x -> together(x, throughMean(x), throughVariance(x).times(x.count() / (x.count() - 1))))
            .wrong(Z46, x -> dZ(x).times(x.examples()))
            .wrong(Z47, x -> dZ(x).negated())
            .wrong(Z49, 0, x -> direct(x).plus(x.dSigma2().times(2).times(x.centred())))
            .wrong(Z49, 1, x -> direct(x).plus(throughVariance(x).times(x.count())))
            .wrong(Z54, 0, NormalizationLines::withSingleReciprocals);

    static final Lines D_Z = CompactLines.addTo(StatisticsLines.addTo(STAGED));

    private static Grid dZ(Sheet x) {
        if (x.given().isFixed()) {
            return direct(x);
        }
        return isTakenAtOnce(x)
                ? x.normalized().backward(x.dZNorm(), x.zNorm())
                : together(x, throughMean(x), throughVariance(x));
    }

    /** In the compact style, unless there is a mistake in what it does without. */
    private static boolean isTakenAtOnce(Sheet x) {
        return x.style() == Style.COMPACT && !PathLines.D_SIGMA2.areWrongOn(x) && !PathLines.D_MU.areWrongOn(x);
    }

    private static Grid together(Sheet x, Grid throughMean, Grid throughVariance) {
        return direct(x).plus(throughMean).plus(throughVariance);
    }

    private static Grid direct(Sheet x) {
        return x.dZNorm().over(x.s());
    }

    private static Grid throughMean(Sheet x) {
        return x.given().isCentred() ? x.dMu().over(x.count()) : x.s().times(0);
    }

    private static Grid throughVariance(Sheet x) {
        return throughVariance(x, x.centred());
    }

    private static Grid throughVariance(Sheet x, Grid direction) {
        return x.dSigma2().times(2).times(direction).over(x.divisor());
    }

    private static Grid withSingleReciprocals(Sheet x) {
        Grid mean = x.given().isCentred() ? x.dMu().times((float) (1 / x.count())) : throughMean(x);
        Grid variance = x.dSigma2().times(2).times(x.centred()).times((float) (1 / x.divisor()));
        return together(x, mean, variance);
    }
}
