package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.Mistake.Z31;
import static dev.gradlens.diagnosis.Mistake.Z32;
import static dev.gradlens.diagnosis.Mistake.Z33;
import static dev.gradlens.diagnosis.Mistake.Z34;
import static dev.gradlens.diagnosis.Mistake.Z40;
import static dev.gradlens.diagnosis.Mistake.Z41;
import static dev.gradlens.diagnosis.Mistake.Z51;
import static dev.gradlens.diagnosis.Mistake.Z54;
import static dev.gradlens.diagnosis.Mistake.Z56;

import dev.gradlens.diagnosis.Step;

/**
 * dZ of a normalized layer by a denominator other than forward's; Znorm is taken anew with it, or kept. In reading 2 of Z31
 * epsilon is elsewhere in the denominator, but the root is differentiated as if it were not.
 */
final class StatisticsLines {
    private StatisticsLines() {}

    static Lines addTo(Lines lines) {
        return lines.wrong(Z31, 0, x -> anew(x, x.normalized().withEpsilonElsewhere(otherScale(x))))
                .wrong(Z31, 1, x -> kept(x, x.normalized().withEpsilonElsewhere(otherScale(x))))
                .wrong(Z31, 2, x -> anew(x, x.normalized().withScale(otherScale(x))))
                .wrong(Z32, x -> kept(x, x.normalized().withScale(x.sigma2().root())))
                .wrong(Z33, x -> anew(x, x.normalized().withScale(x.sigma2().root())))
                .wrong(Z34, 0, x -> anew(x, unbiased(x)))
                .wrong(Z34, 1, x -> kept(x, unbiased(x)))
                .wrong(
                        Z40,
                        0,
                        x -> Normalized.anew(x, Over.ALL, x.count(Over.ALL)).backward(x.dZNorm()))
                .wrong(Z40, 1, x -> Normalized.anew(x, Over.ALL, x.count()).backward(x.dZNorm()))
                .wrong(Z41, 0, x -> x.dZNorm().over(x.scale(x.oldVariance())))
                .wrong(Z41, 1, x -> x.dZNorm().over(x.scale(x.at(Step.RUNNING_VARIANCE))))
                .wrong(Z51, 0, x -> kept(x, inverted(x)))
                .wrong(Z51, 1, x -> anew(x, inverted(x)))
                .wrong(Z54, 1, x -> anew(x, x.normalized().withScale(scaleOfSingleEpsilon(x))))
                .wrong(Z54, 2, x -> kept(x, x.normalized().withScale(scaleOfSingleEpsilon(x))))
                .wrongInAnyReading(Z56, x -> Roots.of(x.reading(Z56)).dZ(x));
    }

    private static Grid anew(Sheet x, Normalized wrong) {
        return x.given().isFixed() ? x.dZNorm().over(wrong.s()) : wrong.backward(x.dZNorm());
    }

    private static Grid kept(Sheet x, Normalized wrong) {
        return x.given().isFixed() ? x.dZNorm().over(wrong.s()) : wrong.backward(x.dZNorm(), x.zNorm());
    }

    private static Grid otherScale(Sheet x) {
        return Sheet.scale(x.sigma2(), x.given().epsilon(), !x.outside());
    }

    private static Grid scaleOfSingleEpsilon(Sheet x) {
        return Sheet.scale(x.sigma2(), (float) x.given().epsilon(), x.outside());
    }

    private static Normalized unbiased(Sheet x) {
        Grid variance = x.centred().squared().sum(x.over()).over(x.count() - 1);
        return x.normalized().withVariance(variance, x.scale(variance));
    }

    /** 1/s where the variance had to stand. */
    private static Normalized inverted(Sheet x) {
        Grid inverse = x.s().power(-1);
        return x.normalized().withVariance(inverse, x.scale(inverse));
    }
}
