package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.Mistake.W10;
import static dev.gradlens.diagnosis.Mistake.Z42;
import static dev.gradlens.diagnosis.Mistake.Z43;
import static dev.gradlens.diagnosis.Mistake.Z44;

import dev.gradlens.network.activation.Activation;

/** dZtilda, or dZ of a layer without normalization, behind the activation. */
final class ActivationLines {
    private ActivationLines() {}

    static final Lines D_ARGUMENT = addTo(Lines.right(ActivationLines::dArgument));

    static Grid dArgument(Sheet x) {
        return Functions.backward(x.activation(), x.argument(), x.a(), x.dA());
    }

    static Lines addTo(Lines lines) {
        return lines.wrong(Z42, Sheet::dA)
                .wrong(Z43, x -> x.dA().times(Functions.slope(x.activation(), x.z())))
                .wrong(Z44, x -> x.dA().times(Functions.slope(x.activation(), x.zNorm())))
                .wrongInAnyReading(W10, ActivationLines::maskOfAnotherLayer);
    }

    /** Reading 2k: this activation's derivative at what layer k's is applied to; 2k + 1: that of layer k itself. */
    private static Grid maskOfAnotherLayer(Sheet x) {
        Sheet other = x.network().sheet(x.reading(W10) / 2);
        Activation activation = x.reading(W10) % 2 == 0 ? x.activation() : other.activation();
        return x.dA().times(Functions.slope(activation, other.argument()));
    }
}
