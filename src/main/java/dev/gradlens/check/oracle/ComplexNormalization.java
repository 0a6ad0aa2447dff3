package dev.gradlens.check.oracle;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Axis;

/** The statistics of a normalization, one node after the other, in complex numbers. */
record ComplexNormalization(Normalization normalization) {

    private Axis axis() {
        return normalization instanceof BatchNorm ? Axis.ROWS : Axis.COLUMNS;
    }

    /** mu; for RMS normalization the 0 that stands for it. */
    ComplexMatrix mu(ComplexMatrix z) {
        return normalization instanceof RmsNorm ? ComplexMatrix.zeros(1, 1) : z.mean(axis());
    }

    ComplexMatrix sigma2(ComplexMatrix z, ComplexMatrix mu) {
        ComplexMatrix centred = z.combine(mu, Complex::minus);
        double divisor = divisor(axis() == Axis.ROWS ? z.rows() : z.columns());
        return centred.combine(centred, Complex::times).sum(axis()).map(sum -> sum.times(1 / divisor));
    }

    private double divisor(int count) {
        VarianceEstimator estimator = switch (normalization) {
            case BatchNorm batch -> batch.varianceEstimator();
            case LayerNorm layer -> layer.varianceEstimator();
            case RmsNorm rms -> VarianceEstimator.BIASED;
        };
        return estimator == VarianceEstimator.BIASED ? count : count - 1;
    }

    /** The denominator, of the shape of sigma2. */
    ComplexMatrix s(ComplexMatrix sigma2) {
        return sigma2.map(this::denominator);
    }

    ComplexMatrix zNorm(ComplexMatrix z, ComplexMatrix mu, ComplexMatrix s) {
        return z.combine(mu, Complex::minus).combine(s, Complex::dividedBy);
    }

    private Complex denominator(Complex sigma2) {
        Epsilon epsilon = normalization.epsilon();
        Complex value = Complex.of(epsilon.value());
        return switch (epsilon.placement()) {
            case INSIDE_SQRT -> sigma2.plus(value).sqrt();
            case OUTSIDE_SQRT -> sigma2.sqrt().plus(value);
        };
    }
}
