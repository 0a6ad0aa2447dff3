package dev.gradlens.diagnosis.student;

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

/** The activations that a person knows, and their derivatives. */
final class Functions {
    private Functions() {}

    static Grid sigmoid(Grid z) {
        return z.map(x -> 1 / (1 + Math.exp(-x)));
    }

    static Grid softmax(Grid z) {
        Grid e = z.minus(z.max(Over.UNITS)).map(Math::exp);
        return e.over(e.sum(Over.UNITS));
    }

    static Grid value(Activation activation, Grid z) {
        return switch (activation) {
            case Identity() -> z;
            case Relu() -> z.map(x -> Math.max(x, 0));
            case LeakyRelu(double slope) -> z.map(x -> x > 0 ? x : slope * x);
            case Tanh() -> z.map(Math::tanh);
            case Sigmoid() -> sigmoid(z);
            case Softmax() -> softmax(z);
            case Elu ignored -> throw unknown(activation);
            case Softplus ignored -> throw unknown(activation);
            case Silu ignored -> throw unknown(activation);
            case Gelu ignored -> throw unknown(activation);
        };
    }

    /** g′(z) of an activation that treats every entry alone. */
    static Grid slope(Activation activation, Grid z) {
        return switch (activation) {
            case Identity() -> z.map(x -> 1);
            case Relu() -> z.map(x -> x > 0 ? 1 : 0);
            case LeakyRelu(double slope) -> z.map(x -> x > 0 ? 1 : slope);
            case Tanh() -> z.map(Math::tanh).squared().negated().plus(1);
            case Sigmoid() -> sigmoid(z).times(sigmoid(z.negated()));
            case Softmax ignored -> throw unknown(activation);
            case Elu ignored -> throw unknown(activation);
            case Softplus ignored -> throw unknown(activation);
            case Silu ignored -> throw unknown(activation);
            case Gelu ignored -> throw unknown(activation);
        };
    }

    /** The gradient of z. */
    static Grid backward(Activation activation, Grid z, Grid a, Grid dA) {
        return activation instanceof Softmax
                ? a.times(dA.minus(dA.times(a).sum(Over.UNITS)))
                : dA.times(slope(activation, z));
    }

    private static IllegalArgumentException unknown(Activation activation) {
        return new IllegalArgumentException("a student does not know " + activation);
    }
}
