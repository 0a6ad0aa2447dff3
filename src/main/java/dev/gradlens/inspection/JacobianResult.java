package dev.gradlens.inspection;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.LayerTape;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.normalization.Jacobian;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.Optional;

/**
 * The Jacobian of a layer's normalization beside the gradients that are shown.
 *
 * @param jacobian ∂Ztilda/∂Z, whatever the backward
 * @param residual the largest |Jᵀ·dZtilda − dZ| with dZtilda and dZ as they are shown, at their scale: rounding where dZ is
 *     exact, else what the backward got wrong; NaN if an entry is
 */
public record JacobianResult(Jacobian jacobian, double residual) {

    /** That of layer l; empty where nothing is normalized. */
    static Optional<JacobianResult> of(Network network, int l, LayerTape tape, Map<Node, Values> gradients) {
        Normalization normalization = network.spec().layers().get(l).normalization();
        NormalizationTape normalized = tape.normalization();
        if (normalization == null || normalized == null) {
            return Optional.empty();
        }
        Jacobian jacobian = Jacobian.of(
                normalization,
                normalized,
                requireNonNull(network.parameters().get(l).gamma()));
        Values dZTilda = requireNonNull(gradients.get(new Node(l, Kind.Z_TILDA)));
        Values dZ = requireNonNull(gradients.get(new Node(l, Kind.Z)));
        return Optional.of(new JacobianResult(jacobian, distance(jacobian.transposedTimes(dZTilda), dZ)));
    }

    private static double distance(Values x, Values y) {
        double largest = 0;
        for (int i = 0; i < x.size(); i++) {
            largest = Math.max(largest, Math.abs(x.rowMajor()[i] - y.rowMajor()[i]));
        }
        return largest;
    }
}
