package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Precision;
import org.jspecify.annotations.Nullable;

/**
 * What was computed, with nothing left to a default.
 *
 * @param conventions the bundle that defaults came from
 * @param network every convention of every layer given
 * @param initialization of the parameters; absent where they were given
 * @param model the id of the one whose parameters these are, and whose standardization was applied to X; absent where none was
 *     named
 * @param layout of the request's batch and of the answer
 * @param gradientScale of what the gradients are
 * @param precision of the whole computation
 * @param mode whose statistics batch normalization used
 * @param backward how it treated normalizations
 */
public record EffectiveConventions(
        Bundle conventions,
        NetworkForm network,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InitializationForm initialization,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String model,
        Layout layout,
        ScaleName gradientScale,
        Precision precision,
        Mode mode,
        BackwardRule backward) {

    static EffectiveConventions of(
            Bundle bundle,
            NetworkSpec network,
            @Nullable InitializationForm initialization,
            @Nullable String model,
            Layout layout,
            ScaleName scale,
            Precision precision,
            Mode mode,
            BackwardRule backward) {
        return new EffectiveConventions(
                bundle, NetworkForm.of(network), initialization, model, layout, scale, precision, mode, backward);
    }
}
