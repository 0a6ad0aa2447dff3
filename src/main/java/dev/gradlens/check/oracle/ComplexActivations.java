package dev.gradlens.check.oracle;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Elu;
import dev.gradlens.network.activation.Gelu;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Silu;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Softplus;
import dev.gradlens.network.activation.Tanh;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The activations as functions of a complex number; a piecewise one is continued from the side of its real part. */
final class ComplexActivations {
    private ComplexActivations() {}

    /** A of an argument, of which most entries may be those of a layer that is known. */
    static ComplexMatrix apply(
            Activation activation, ComplexMatrix z, int layer, Sides sides, @Nullable ComplexLayer known) {
        return switch (activation) {
            case Identity() -> z;
            case Relu() -> piecewise(z, layer, sides, below -> Complex.of(0));
            case LeakyRelu(double slope) -> piecewise(z, layer, sides, below -> below.times(slope));
            case Elu(double alpha) ->
                piecewise(z, layer, sides, below -> below.expm1().times(alpha));
            case Tanh() -> map(z, known, Complex::tanh);
            case Sigmoid() -> map(z, known, Complex::sigmoid);
            case Softplus() -> map(z, known, Complex::softplus);
            case Silu() -> map(z, known, entry -> entry.times(entry.sigmoid()));
            case Gelu() ->
                z.map(entry -> entry.times(entry.times(-Math.sqrt(0.5)).erfc()).times(0.5));
            case Softmax() -> softmax(z);
        };
    }

    private static ComplexMatrix map(ComplexMatrix z, @Nullable ComplexLayer known, UnaryOperator<Complex> f) {
        return known == null ? z.map(f) : z.map(f, known.argument(), known.a());
    }

    private static ComplexMatrix piecewise(ComplexMatrix z, int layer, Sides sides, UnaryOperator<Complex> below) {
        ComplexMatrix result = ComplexMatrix.zeros(z.rows(), z.columns());
        for (int i = 0; i < z.rows(); i++) {
            for (int j = 0; j < z.columns(); j++) {
                Complex entry = z.at(i, j);
                boolean positive = sides.positive(layer, i * z.columns() + j, entry.re());
                result.set(i, j, positive || Double.isNaN(entry.re()) ? entry : below.apply(entry));
            }
        }
        return result;
    }

    /** Aₘ = 1/(1 + Σ exp(zₖ − zₘ)) for the largest zₘ, and Aₖ = exp(zₖ − zₘ)·Aₘ: nothing cancels where Aₘ is close to 1. */
    private static ComplexMatrix softmax(ComplexMatrix z) {
        ComplexMatrix a = ComplexMatrix.zeros(z.rows(), z.columns());
        for (int i = 0; i < z.rows(); i++) {
            int largest = ComplexLosses.indexOfLargest(z, i);
            Complex rest = Complex.of(0);
            for (int k = 0; k < z.columns(); k++) {
                a.set(i, k, z.at(i, k).minus(z.at(i, largest)).exp());
                rest = k == largest ? rest : rest.plus(a.at(i, k));
            }
            Complex ofLargest = Complex.of(1).dividedBy(Complex.of(1).plus(rest));
            for (int k = 0; k < z.columns(); k++) {
                a.set(i, k, k == largest ? ofLargest : a.at(i, k).times(ofLargest));
            }
        }
        return a;
    }
}
