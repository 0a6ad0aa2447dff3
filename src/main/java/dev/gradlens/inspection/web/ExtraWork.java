package dev.gradlens.inspection.web;

import dev.gradlens.inspection.Extra;
import dev.gradlens.network.NetworkSpec;

/**
 * An estimate of what extras cost that are no further passes through the network.
 *
 * @param operations floating-point operations
 * @param bytes memory
 */
record ExtraWork(double operations, double bytes) {
    /** An entry of a Jacobian, made and multiplied with dZtilda. */
    private static final double JACOBIAN_ENTRY = 15;
    /** A normal number of W: a tenth of a µs. */
    private static final double RANDOM_NUMBER = 100;

    static ExtraWork of(Outline inspection) {
        double operations = 0;
        double numbers = 0;
        for (int l = 0; l < inspection.spec().layers().size(); l++) {
            double jacobian = inspection.extras().contains(Extra.JACOBIAN) ? AnswerNumbers.jacobian(inspection, l) : 0;
            double weights = inspection.extras().contains(Extra.PARAMETERS) ? weights(inspection.spec(), l) : 0;
            operations += JACOBIAN_ENTRY * jacobian + RANDOM_NUMBER * weights;
            numbers += jacobian + weights;
        }
        return new ExtraWork(operations, Double.BYTES * numbers);
    }

    private static double weights(NetworkSpec spec, int l) {
        return spec.layers().get(l).hasWeights() ? (double) spec.unitsOf(l) * spec.inputsOf(l) : 0;
    }
}
