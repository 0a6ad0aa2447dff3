package dev.gradlens.wire.setup;

import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Precision;

/**
 * What was computed, with nothing left to a default.
 *
 * @param conventions the bundle that defaults came from
 * @param network every convention of every layer given
 * @param layout of the request's batch and of the answer
 * @param gradientScale of what the gradients are
 * @param precision of the whole computation
 * @param mode whose statistics batch normalization used
 * @param backward how it treated normalizations
 */
public record EffectiveConventions(
        Bundle conventions,
        NetworkForm network,
        Layout layout,
        ScaleName gradientScale,
        Precision precision,
        Mode mode,
        BackwardRule backward) {

    static EffectiveConventions of(
            Bundle bundle,
            NetworkSpec network,
            Layout layout,
            ScaleName scale,
            Precision precision,
            Mode mode,
            BackwardRule backward) {
        return new EffectiveConventions(bundle, NetworkForm.of(network), layout, scale, precision, mode, backward);
    }
}
