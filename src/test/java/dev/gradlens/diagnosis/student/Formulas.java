package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Step;

/** Which lines compute what. */
final class Formulas {
    private Formulas() {}

    static Lines of(Step step, Sheet x) {
        return switch (step) {
            case Z -> ForwardLines.Z;
            case MU -> ForwardLines.MU;
            case SIGMA2 -> ForwardLines.SIGMA2;
            case SCALE -> ForwardLines.SCALE;
            case Z_NORM -> ForwardLines.Z_NORM;
            case Z_TILDA -> ForwardLines.Z_TILDA;
            case A -> ForwardLines.A;
            case RUNNING_MEAN -> ForwardLines.RUNNING_MEAN;
            case RUNNING_VARIANCE -> ForwardLines.RUNNING_VARIANCE;
            case D_A -> dA(x);
            case D_Z_TILDA -> dArgument(x);
            case D_Z_NORM -> PathLines.D_Z_NORM;
            case D_SIGMA2 -> PathLines.D_SIGMA2;
            case D_MU -> PathLines.D_MU;
            case D_GAMMA -> ScaleLines.D_GAMMA;
            case D_BETA -> ScaleLines.D_BETA;
            case D_Z -> x.given().isNormalized() ? NormalizationLines.D_Z : dArgument(x);
            case D_W -> ProductLines.D_W;
            case D_B -> ProductLines.D_B;
        };
    }

    private static Lines dA(Sheet x) {
        return x.given().isLast() ? LossLines.dA(x) : ProductLines.D_A;
    }

    /** Of what the activation was applied to. */
    private static Lines dArgument(Sheet x) {
        return x.given().isLast() && LossLines.isTakenWithTheActivation(x)
                ? LossLines.D_ARGUMENT
                : ActivationLines.D_ARGUMENT;
    }
}
