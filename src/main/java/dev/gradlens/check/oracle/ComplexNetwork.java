package dev.gradlens.check.oracle;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * J as a function of complex numbers, and from it the complex-step derivative: dJ/dx = Im J(x + ih)/h, which subtracts
 * nothing and so loses no digits however small h is.
 *
 * <p>Squire and Trapp, "Using Complex Variables to Estimate Derivatives of Real Functions", 1998; Martins, Sturdza and
 * Alonso, "The Complex-Step Derivative Approximation", 2003. Every function on the way is the complex one; none is built
 * from its derivative.
 */
public final class ComplexNetwork {

    /** h: so small that h² vanishes beside any number a client can send, so large that h·gradient does not underflow. */
    public static final double STEP = 1e-100;

    private final Setup setup;
    private final NetworkSpec spec;
    private final List<LayerParameters<ComplexMatrix>> parameters;
    private final KinkSides sides;
    private final List<ComplexLayer> layers = new ArrayList<>();

    /** Runs forward once; every derivative starts from what it left. */
    public ComplexNetwork(Setup setup, KinkSides sides) {
        this.setup = setup;
        this.spec = setup.spec();
        this.sides = sides;
        this.parameters = setup.parameters().stream()
                .map(layer -> layer.<ComplexMatrix>map(ComplexMatrix::of))
                .toList();
        ComplexMatrix a = ComplexMatrix.of(setup.batch().x());
        for (int l = 0; l < spec.layers().size(); l++) {
            layers.add(layerFromZ(l, a, linear(parameters.get(l), a)));
            a = layers.getLast().a();
        }
    }

    /** The derivative of J by entry (i, j) of a node. */
    public double derivative(Node node, int i, int j) {
        int l = node.layer();
        Complex cost = switch (node.kind()) {
            case X -> fromInput(0, ComplexMatrix.of(setup.batch().x()).stepped(i, j, STEP));
            case W -> fromWeight(l, i, j);
            case B -> fromZ(l, shifted(l, j));
            case GAMMA -> fromZNorm(l, zNorm(l), gamma(l).stepped(i, j, STEP), beta(l));
            case BETA -> fromZNorm(l, zNorm(l), gamma(l), beta(l).stepped(i, j, STEP));
            case Z -> fromZ(l, z(l).stepped(i, j, STEP));
            case MU -> fromMu(l, requireNonNull(layers.get(l).mu()).stepped(i, j, STEP));
            case SIGMA2 -> fromSigma2(l, requireNonNull(layers.get(l).sigma2()).stepped(i, j, STEP));
            case Z_NORM -> fromZNorm(l, zNorm(l).stepped(i, j, STEP), gamma(l), beta(l));
            case Z_TILDA -> fromArgument(l, layers.get(l).argument().stepped(i, j, STEP));
            case A -> fromA(l, layers.get(l).a().stepped(i, j, STEP));
        };
        return cost.im() / STEP;
    }

    private ComplexMatrix z(int l) {
        return layers.get(l).z();
    }

    private ComplexMatrix zNorm(int l) {
        return requireNonNull(layers.get(l).zNorm());
    }

    private ComplexMatrix gamma(int l) {
        return requireNonNull(parameters.get(l).gamma());
    }

    private ComplexMatrix beta(int l) {
        return requireNonNull(parameters.get(l).beta());
    }

    /** W[i, j] moved: unit i of Z anew, and its share of the weight decay. */
    private Complex fromWeight(int l, int i, int j) {
        ComplexMatrix w = requireNonNull(parameters.get(l).w()).stepped(i, j, STEP);
        ComplexMatrix aPrev = layers.get(l).aPrev();
        ComplexMatrix b = parameters.get(l).b();
        ComplexMatrix z = new ComplexMatrix(
                z(l).rows(), z(l).columns(), z(l).re().clone(), z(l).im().clone());
        for (int example = 0; example < z.rows(); example++) {
            Complex product = aPrev.dot(example, w, i);
            z.set(example, i, b == null ? product : product.plus(b.at(0, i)));
        }
        Complex square = w.at(i, j).times(w.at(i, j));
        return fromZ(l, z).plus(square.times(spec.weightDecay() / 2));
    }

    /** Z with b[j] moved, which every example sees. */
    private ComplexMatrix shifted(int l, int j) {
        ComplexMatrix moved = ComplexMatrix.zeros(1, z(l).columns()).stepped(0, j, STEP);
        return z(l).combine(moved, Complex::plus);
    }

    private Complex fromInput(int l, ComplexMatrix aPrev) {
        return fromZ(l, linear(parameters.get(l), aPrev));
    }

    private Complex fromZ(int l, ComplexMatrix z) {
        ComplexLayer layer = layerFromZ(l, layers.get(l).aPrev(), z);
        return onward(l, layer.argument(), layer.a());
    }

    private Complex fromMu(int l, ComplexMatrix mu) {
        ComplexNormalization normalization = normalization(l);
        ComplexMatrix sigma2 = normalization.sigma2(z(l), mu);
        return fromZNorm(l, normalization.zNorm(z(l), mu, sigma2), gamma(l), beta(l));
    }

    private Complex fromSigma2(int l, ComplexMatrix sigma2) {
        ComplexMatrix mu = requireNonNull(layers.get(l).mu());
        return fromZNorm(l, normalization(l).zNorm(z(l), mu, sigma2), gamma(l), beta(l));
    }

    private Complex fromZNorm(int l, ComplexMatrix zNorm, ComplexMatrix gamma, ComplexMatrix beta) {
        return fromArgument(l, scaledAndShifted(zNorm, gamma, beta));
    }

    private Complex fromArgument(int l, ComplexMatrix argument) {
        return onward(l, argument, activated(l, argument));
    }

    private Complex onward(int l, ComplexMatrix argument, ComplexMatrix a) {
        return isLast(l)
                ? ComplexLosses.cost(spec.loss(), argument, a, setup.batch().y())
                : fromInput(l + 1, a);
    }

    private Complex fromA(int l, ComplexMatrix a) {
        return isLast(l)
                ? ComplexLosses.costOfOutput(
                        spec.loss(), layers.get(l).argument(), a, setup.batch().y())
                : fromInput(l + 1, a);
    }

    private boolean isLast(int l) {
        return l == spec.layers().size() - 1;
    }

    private ComplexLayer layerFromZ(int l, ComplexMatrix aPrev, ComplexMatrix z) {
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

    private ComplexNormalization normalization(int l) {
        return new ComplexNormalization(requireNonNull(spec.layers().get(l).normalization()));
    }

    private ComplexMatrix activated(int l, ComplexMatrix argument) {
        LayerSpec layer = spec.layers().get(l);
        return ComplexActivations.apply(layer.activation(), argument, l, sides);
    }

    private static ComplexMatrix scaledAndShifted(ComplexMatrix zNorm, ComplexMatrix gamma, ComplexMatrix beta) {
        return zNorm.combine(gamma, Complex::times).combine(beta, Complex::plus);
    }

    private static ComplexMatrix linear(LayerParameters<ComplexMatrix> parameters, ComplexMatrix aPrev) {
        @Nullable ComplexMatrix w = parameters.w();
        @Nullable ComplexMatrix b = parameters.b();
        ComplexMatrix product = w == null ? aPrev : aPrev.timesTransposed(w);
        return b == null ? product : product.combine(b, Complex::plus);
    }
}
