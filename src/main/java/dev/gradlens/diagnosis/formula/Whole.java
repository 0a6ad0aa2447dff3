package dev.gradlens.diagnosis.formula;

/**
 * What is done to all three paths.
 *
 * @param activationSkipped whether it starts from dA in place of dZtilda
 * @param gammaPower of the gamma that dZtilda is multiplied by; 1 in the true one
 * @param gammaPowerBehind of a gamma that the result is multiplied by
 * @param coefficient what the result is multiplied by
 * @param sPower of an s that the result is multiplied by
 * @param slopeBehind whether the result is multiplied by g′(Z)
 * @param otherAxis whether means run along the other axis
 * @param extra a multiple of 2·dsigma2/m² that is added
 */
record Whole(
        boolean activationSkipped,
        int gammaPower,
        int gammaPowerBehind,
        double coefficient,
        double sPower,
        boolean slopeBehind,
        boolean otherAxis,
        double extra) {
    static final Whole TRUE = new Whole(false, 1, 0, 1, 0, false, false, 0);

    Whole times(double c) {
        return new Whole(
                activationSkipped,
                gammaPower,
                gammaPowerBehind,
                c * coefficient,
                sPower,
                slopeBehind,
                otherAxis,
                extra);
    }

    Whole timesS(double power) {
        return new Whole(
                activationSkipped,
                gammaPower,
                gammaPowerBehind,
                coefficient,
                sPower + power,
                slopeBehind,
                otherAxis,
                extra);
    }

    Whole timesGamma(int power) {
        return new Whole(
                activationSkipped,
                gammaPower + power,
                gammaPowerBehind,
                coefficient,
                sPower,
                slopeBehind,
                otherAxis,
                extra);
    }

    Whole timesGammaBehind(int power) {
        return new Whole(
                activationSkipped,
                gammaPower,
                gammaPowerBehind + power,
                coefficient,
                sPower,
                slopeBehind,
                otherAxis,
                extra);
    }

    Whole alongOtherAxis() {
        return new Whole(
                activationSkipped, gammaPower, gammaPowerBehind, coefficient, sPower, slopeBehind, true, extra);
    }

    Whole withActivationBehind() {
        return new Whole(true, gammaPower, gammaPowerBehind, coefficient, sPower, true, otherAxis, extra);
    }

    Whole plusExtra(double multiple) {
        return new Whole(
                activationSkipped,
                gammaPower,
                gammaPowerBehind,
                coefficient,
                sPower,
                slopeBehind,
                otherAxis,
                extra + multiple);
    }
}
