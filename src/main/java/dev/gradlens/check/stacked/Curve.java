package dev.gradlens.check.stacked;

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

/** A real function of a real number, continued from a side of its kink. */
interface Curve {

    double at(double z, boolean positive);

    /** That of an activation which treats every entry alone. */
    static Curve of(Activation activation) {
        return switch (activation) {
            case Identity() -> (z, positive) -> z;
            case Relu() -> (z, positive) -> positive || Double.isNaN(z) ? z : 0;
            case LeakyRelu(double slope) -> (z, positive) -> positive ? z : slope * z;
            case Elu(double alpha) -> (z, positive) -> positive ? z : alpha * Math.expm1(z);
            case Tanh() -> (z, positive) -> Math.tanh(z);
            case Sigmoid() -> (z, positive) -> sigmoid(z);
            case Softplus() -> (z, positive) -> softplus(z);
            case Silu() -> (z, positive) -> z * sigmoid(z);
            case Gelu() ->
                (z, positive) -> z * Complex.of(-Math.sqrt(0.5) * z).erfc().re() / 2;
            case Softmax() -> throw new IllegalArgumentException("a softmax mixes the units");
        };
    }

    /** 1/(1 + e⁻ᶻ), without overflow on either side. */
    private static double sigmoid(double z) {
        double decay = Math.exp(-Math.abs(z));
        return (z < 0 ? decay : 1) / (1 + decay);
    }

    /** log(1 + eᶻ), without overflow on either side. */
    static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
