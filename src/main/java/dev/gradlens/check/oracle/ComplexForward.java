package dev.gradlens.check.oracle;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import java.util.List;

/** J as a function of complex numbers: forward from any node on, given what lies before it. */
final class ComplexForward {
    private final Setup setup;
    private final NetworkSpec spec;
    private final List<LayerParameters<ComplexMatrix>> parameters;
    private final KinkSides sides;

    ComplexForward(Setup setup, KinkSides sides) {
        this.setup = setup;
        this.spec = setup.spec();
        this.sides = sides;
        this.parameters = setup.parameters().stream()
                .map(layer -> layer.<ComplexMatrix>map(ComplexMatrix::of))
                .toList();
    }

    LayerParameters<ComplexMatrix> parameters(int l) {
        return parameters.get(l);
    }

    ComplexMatrix gamma(int l) {
        return requireNonNull(parameters.get(l).gamma());
    }

    ComplexMatrix beta(int l) {
        return requireNonNull(parameters.get(l).beta());
    }

    ComplexNormalization normalization(int l) {
        return new ComplexNormalization(requireNonNull(spec.layers().get(l).normalization()));
    }

    /** All nodes of layer l. */
    ComplexLayer layer(int l, ComplexMatrix aPrev) {
        return layer(l, aPrev, linear(l, aPrev));
    }

    private ComplexLayer layer(int l, ComplexMatrix aPrev, ComplexMatrix z) {
        Normalization normalization = spec.layers().get(l).normalization();
        if (normalization == null) {
            return new ComplexLayer(aPrev, z, null, null, null, null, activated(l, z));
        }
        boolean fixed = normalization instanceof BatchNorm && setup.mode() == Mode.INFERENCE;
        ComplexMatrix mu = fixed
                ? requireNonNull(parameters.get(l).runningMean())
                : normalization(l).mu(z);
        ComplexMatrix sigma2 = fixed
                ? requireNonNull(parameters.get(l).runningVariance())
                : normalization(l).sigma2(z, mu);
        ComplexMatrix zNorm = normalization(l).zNorm(z, mu, sigma2);
        ComplexMatrix zTilda = scaledAndShifted(zNorm, gamma(l), beta(l));
        return new ComplexLayer(aPrev, z, mu, sigma2, zNorm, zTilda, activated(l, zTilda));
    }

    Complex fromInput(int l, ComplexMatrix aPrev) {
        ComplexLayer layer = layer(l, aPrev);
        return onward(l, layer.argument(), layer.a());
    }

    Complex fromZ(int l, ComplexLayer before, ComplexMatrix z) {
        ComplexLayer layer = layer(l, before.aPrev(), z);
        return onward(l, layer.argument(), layer.a());
    }

    Complex fromMu(int l, ComplexMatrix z, ComplexMatrix mu) {
        return fromSigma2(l, z, mu, normalization(l).sigma2(z, mu));
    }

    Complex fromSigma2(int l, ComplexMatrix z, ComplexMatrix mu, ComplexMatrix sigma2) {
        return fromZNorm(l, normalization(l).zNorm(z, mu, sigma2), gamma(l), beta(l));
    }

    Complex fromZNorm(int l, ComplexMatrix zNorm, ComplexMatrix gamma, ComplexMatrix beta) {
        return fromArgument(l, scaledAndShifted(zNorm, gamma, beta));
    }

    Complex fromArgument(int l, ComplexMatrix argument) {
        return onward(l, argument, activated(l, argument));
    }

    /** A has moved, but what it was computed from has not. */
    Complex fromA(int l, ComplexMatrix argument, ComplexMatrix a) {
        return isLast(l)
                ? ComplexLosses.costOfOutput(
                        spec.loss(), argument, a, setup.batch().y())
                : fromInput(l + 1, a);
    }

    private Complex onward(int l, ComplexMatrix argument, ComplexMatrix a) {
        return isLast(l)
                ? ComplexLosses.cost(spec.loss(), argument, a, setup.batch().y())
                : fromInput(l + 1, a);
    }

    private boolean isLast(int l) {
        return l == spec.layers().size() - 1;
    }

    private ComplexMatrix activated(int l, ComplexMatrix argument) {
        return ComplexActivations.apply(spec.layers().get(l).activation(), argument, l, sides);
    }

    private static ComplexMatrix scaledAndShifted(ComplexMatrix zNorm, ComplexMatrix gamma, ComplexMatrix beta) {
        return zNorm.combine(gamma, Complex::times).combine(beta, Complex::plus);
    }

    private ComplexMatrix linear(int l, ComplexMatrix aPrev) {
        ComplexMatrix w = parameters.get(l).w();
        ComplexMatrix b = parameters.get(l).b();
        ComplexMatrix product = w == null ? aPrev : aPrev.timesTransposed(w);
        return b == null ? product : product.combine(b, Complex::plus);
    }
}
