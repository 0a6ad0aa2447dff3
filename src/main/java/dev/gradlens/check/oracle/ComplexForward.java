package dev.gradlens.check.oracle;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Interruption;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * J as a function of complex numbers. Forward is run once; from then on it starts at any node, and what a step does not
 * reach is taken from the first run rather than computed again.
 */
final class ComplexForward {
    private final Setup setup;
    private final NetworkSpec spec;
    private final List<LayerParameters<ComplexMatrix>> parameters;
    private final List<@Nullable Values> transposedWeights;
    private final Sides sides;
    private final List<ComplexLayer> known;
    private double reach;

    ComplexForward(Setup setup, KinkSides sides) {
        this.known = new ArrayList<>();
        this.setup = setup;
        this.spec = setup.spec();
        this.sides = sides;
        this.parameters = setup.parameters().stream()
                .map(layer -> layer.<ComplexMatrix>map(ComplexMatrix::of))
                .toList();
        this.transposedWeights = new ArrayList<>();
        setup.parameters().forEach(layer -> transposedWeights.add(transposedOrNull(layer.w())));
        ComplexMatrix a = ComplexMatrix.of(setup.batch().x());
        for (int l = 0; l < spec.layers().size(); l++) {
            ComplexLayer layer = layer(l, a, linear(l, a));
            known.add(layer);
            a = layer.a();
        }
    }

    private ComplexForward(ComplexForward first, Sides sides) {
        this.setup = first.setup;
        this.spec = first.spec;
        this.parameters = first.parameters;
        this.transposedWeights = first.transposedWeights;
        this.known = first.known;
        this.sides = sides;
    }

    /** The same forward, but with activations that stand on other sides from now on. */
    ComplexForward on(Sides others) {
        return new ComplexForward(this, others);
    }

    /** Each activation on the side on which the first run had it, wherever its argument goes. */
    Sides knownSides() {
        return (layer, index, argument) ->
                sides.positive(layer, index, known.get(layer).argument().re()[index]);
    }

    private static @Nullable Values transposedOrNull(@Nullable Values w) {
        return w == null ? null : w.transposed();
    }

    /** The nodes of layer l as the first run left them. */
    ComplexLayer layer(int l) {
        return known.get(l);
    }

    private @Nullable ComplexLayer knownOrNull(int l) {
        return l < known.size() ? known.get(l) : null;
    }

    /** How far off the real axis an activation's argument, or beside its size a denominator, has been since the last call. */
    double takeReach() {
        double taken = reach;
        reach = 0;
        return taken;
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

    private ComplexLayer layer(int l, ComplexMatrix aPrev, ComplexMatrix z) {
        Interruption.check();
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
        ComplexMatrix zNorm = zNorm(l, z, mu, sigma2);
        ComplexMatrix zTilda = scaledAndShifted(zNorm, gamma(l), beta(l));
        return new ComplexLayer(aPrev, z, mu, sigma2, zNorm, zTilda, activated(l, zTilda));
    }

    private ComplexMatrix zNorm(int l, ComplexMatrix z, ComplexMatrix mu, ComplexMatrix sigma2) {
        ComplexMatrix s = normalization(l).s(sigma2);
        reach = Math.max(reach, s.largestSlant());
        return normalization(l).zNorm(z, mu, s);
    }

    Complex fromInput(int l, ComplexMatrix aPrev) {
        ComplexLayer layer = layer(l, aPrev, linear(l, aPrev));
        return onward(l, layer.argument(), layer.a());
    }

    Complex fromZ(int l, ComplexMatrix z) {
        ComplexLayer layer = layer(l, known.get(l).aPrev(), z);
        return onward(l, layer.argument(), layer.a());
    }

    Complex fromMu(int l, ComplexMatrix z, ComplexMatrix mu) {
        return fromSigma2(l, z, mu, normalization(l).sigma2(z, mu));
    }

    Complex fromSigma2(int l, ComplexMatrix z, ComplexMatrix mu, ComplexMatrix sigma2) {
        return fromZNorm(l, zNorm(l, z, mu, sigma2), gamma(l), beta(l));
    }

    Complex fromZNorm(int l, ComplexMatrix zNorm, ComplexMatrix gamma, ComplexMatrix beta) {
        return fromArgument(l, scaledAndShifted(zNorm, gamma, beta));
    }

    Complex fromArgument(int l, ComplexMatrix argument) {
        return onward(l, argument, activated(l, argument));
    }

    /** A has moved, but what it was computed from has not. */
    Complex fromA(int l, ComplexMatrix a) {
        return isLast(l)
                ? ComplexLosses.costOfOutput(
                        spec.loss(), known.get(l).argument(), a, setup.batch().y())
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
        reach = Math.max(reach, argument.largestImaginary());
        return ComplexActivations.apply(spec.layers().get(l).activation(), argument, l, sides, knownOrNull(l));
    }

    private static ComplexMatrix scaledAndShifted(ComplexMatrix zNorm, ComplexMatrix gamma, ComplexMatrix beta) {
        return zNorm.combine(gamma, Complex::times).combine(beta, Complex::plus);
    }

    /** Aprev·Wᵀ + b for real W and b. */
    private ComplexMatrix linear(int l, ComplexMatrix aPrev) {
        Values w = transposedWeights.get(l);
        return w == null ? shifted(l, aPrev) : aPrev.imaginaryTimes(w, realPart(l, aPrev));
    }

    private double[] realPart(int l, ComplexMatrix aPrev) {
        ComplexLayer layer = knownOrNull(l);
        if (layer != null && Arrays.equals(layer.aPrev().re(), aPrev.re())) {
            return layer.z().re();
        }
        ComplexMatrix w = requireNonNull(parameters.get(l).w());
        double[] product = aPrev.realTimesTransposed(w);
        return shifted(l, new ComplexMatrix(aPrev.rows(), w.rows(), product, new double[product.length]))
                .re();
    }

    private ComplexMatrix shifted(int l, ComplexMatrix product) {
        ComplexMatrix b = parameters.get(l).b();
        return b == null ? product : product.combine(b, Complex::plus);
    }
}
