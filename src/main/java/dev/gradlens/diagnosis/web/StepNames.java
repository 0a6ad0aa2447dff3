package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Step;

/** The names of tensors on the wire. */
final class StepNames {
    private StepNames() {}

    static String of(Step step) {
        return switch (step) {
            case Z -> "Z";
            case MU -> "mu";
            case SIGMA2 -> "sigma2";
            case SCALE -> "s";
            case Z_NORM -> "Znorm";
            case Z_TILDA -> "Ztilda";
            case A -> "A";
            case RUNNING_MEAN -> "runningMean";
            case RUNNING_VARIANCE -> "runningVariance";
            case D_A -> "dA";
            case D_Z_TILDA -> "dZtilda";
            case D_Z_NORM -> "dZnorm";
            case D_GAMMA -> "dgamma";
            case D_BETA -> "dbeta";
            case D_SIGMA2 -> "dsigma2";
            case D_MU -> "dmu";
            case D_Z -> "dZ";
            case D_W -> "dW";
            case D_B -> "db";
        };
    }
}
