package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.Mistake.B01;
import static dev.gradlens.diagnosis.Mistake.B02;
import static dev.gradlens.diagnosis.Mistake.B03;
import static dev.gradlens.diagnosis.Mistake.B04;
import static dev.gradlens.diagnosis.Mistake.B05;
import static dev.gradlens.diagnosis.Mistake.B06;
import static dev.gradlens.diagnosis.Mistake.B07;
import static dev.gradlens.diagnosis.Mistake.B08;
import static dev.gradlens.diagnosis.Mistake.B09;
import static dev.gradlens.diagnosis.Mistake.B10;
import static dev.gradlens.diagnosis.Mistake.B11;
import static dev.gradlens.diagnosis.Mistake.G01;
import static dev.gradlens.diagnosis.Mistake.G02;
import static dev.gradlens.diagnosis.Mistake.G03;
import static dev.gradlens.diagnosis.Mistake.G04;
import static dev.gradlens.diagnosis.Mistake.G05;
import static dev.gradlens.diagnosis.Mistake.G06;
import static dev.gradlens.diagnosis.Mistake.G07;
import static dev.gradlens.diagnosis.Mistake.G08;
import static dev.gradlens.diagnosis.Mistake.G09;
import static dev.gradlens.diagnosis.Mistake.G10;
import static dev.gradlens.diagnosis.Mistake.G11;
import static dev.gradlens.diagnosis.Mistake.G12;
import static dev.gradlens.diagnosis.Mistake.G13;
import static dev.gradlens.diagnosis.Mistake.G14;
import static dev.gradlens.diagnosis.Mistake.G15;
import static dev.gradlens.diagnosis.Mistake.G16;
import static dev.gradlens.diagnosis.Mistake.G17;
import static dev.gradlens.diagnosis.Mistake.G18;
import static dev.gradlens.diagnosis.Mistake.G19;
import static dev.gradlens.diagnosis.Mistake.W09;
import static dev.gradlens.diagnosis.Mistake.Z45;

import dev.gradlens.diagnosis.Step;

/** dgamma and dbeta. */
final class ScaleLines {
    private ScaleLines() {}

    static final Lines D_GAMMA = Lines.right(ScaleLines::dGamma)
            .wrong(G01, x -> total(x, x.dZTilda().times(x.z())))
            .wrong(G02, x -> total(x, x.dZTilda().times(x.centred())))
            .wrong(G03, x -> total(x, x.dZTilda().times(x.zTilda())))
            .wrong(G04, x -> dGamma(x).over(x.examples()))
            .wrong(G05, x -> total(x, x.dZNorm().times(x.zNorm())))
            .wrong(G06, x -> total(x, x.dZTilda().times(x.z()).over(x.s())))
            .wrong(G07, ScaleLines::dBeta)
            .wrong(G08, x -> total(x, x.dA().times(x.zNorm())))
            .wrong(G09, 0, x -> total(x, x.dZTilda().times(normalizedBy(x, x.oldMean(), x.oldVariance()))))
            .wrong(
                    G09,
                    1,
                    x -> total(
                            x,
                            x.dZTilda().times(normalizedBy(x, x.at(Step.RUNNING_MEAN), x.at(Step.RUNNING_VARIANCE)))))
            .wrong(G10, x -> total(x, x.dZTilda().times(x.zNorm()).over(x.s())))
            .wrong(G11, x -> dGamma(x).sum(Over.ALL).like(x.gamma()))
            .wrong(G12, x -> dGamma(x).times(x.examples()))
            .wrong(G13, x -> dGamma(x).negated())
            .wrong(
                    G14,
                    x -> total(x, x.dZTilda().times(x.centred()).over(x.sigma2().root())))
            .wrong(G15, x -> total(x, x.dZTilda().times(x.centred()).over(x.scale(unbiased(x)))))
            .wrong(G16, x -> total(x, atZ(x).times(x.zNorm())))
            .wrong(G17, 0, x -> x.dZTilda().times(x.zNorm()).last().over(x.parameterDivisor()))
            .wrong(G17, 1, x -> x.dZTilda().times(x.zNorm()).last())
            .wrong(G18, x -> total(x, x.dZ().times(x.zNorm())))
            .wrong(G19, x -> x.gamma().times(0))
            .wrong(Z45, 1, x -> total(x, x.dA().times(x.zNorm())))
            .wrong(W09, 2, x -> dGamma(x).plus(x.gamma().times(x.weightDecay())));

    static final Lines D_BETA = Lines.right(ScaleLines::dBeta)
            .wrong(B01, x -> dBeta(x).over(x.examples()))
            .wrong(B02, x -> total(x, x.dZNorm()))
            .wrong(B03, x -> total(x, x.dZ()))
            .wrong(B04, ScaleLines::dGamma)
            .wrong(B05, x -> total(x, x.dA()))
            .wrong(B06, x -> dBeta(x).sum(Over.ALL).like(x.beta()))
            .wrong(B07, x -> total(x, x.dZNorm().over(x.s())))
            .wrong(B08, x -> dBeta(x).times(x.examples()))
            .wrong(B09, x -> dBeta(x).negated())
            .wrong(B10, x -> total(x, atZ(x)))
            .wrong(B11, 0, x -> x.dZTilda().last().over(x.parameterDivisor()))
            .wrong(B11, 1, x -> x.dZTilda().last())
            .wrong(Z45, 1, x -> total(x, x.dA()))
            .wrong(W09, 3, x -> dBeta(x).plus(x.beta().times(x.weightDecay())));

    private static Grid dGamma(Sheet x) {
        return total(x, x.dZTilda().times(x.zNorm()));
    }

    private static Grid dBeta(Sheet x) {
        return total(x, x.dZTilda());
    }

    private static Grid total(Sheet x, Grid terms) {
        return terms.sum(Over.EXAMPLES).over(x.parameterDivisor());
    }

    private static Grid atZ(Sheet x) {
        return x.dA().times(Functions.slope(x.activation(), x.z()));
    }

    private static Grid normalizedBy(Sheet x, Grid mean, Grid variance) {
        return x.z().minus(mean).over(x.scale(variance));
    }

    private static Grid unbiased(Sheet x) {
        return x.centred().squared().sum(x.over()).over(x.count() - 1);
    }
}
