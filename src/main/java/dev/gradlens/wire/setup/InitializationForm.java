package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.network.initialization.Initialization;
import dev.gradlens.wire.bind.Called;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parameters by chance: every W is normal with mean 0 and a standard deviation of scale times that of the scheme; b and beta
 * are 0, gamma is 1, and batch normalization's running statistics are 0 and 1. The same seed gives the same numbers on every
 * machine, and the numbers of a layer depend only on the seed, on which layer it is, and on its units and inputs.
 *
 * @param scheme the standard deviation of W before scale
 * @param seed of the random numbers, any integer of 64 bits; 0 where it is not given, never a number of the moment
 * @param scale multiplies the standard deviation; 1 where it is not given
 */
@Called("an initialization")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InitializationForm(
        Initialization.Scheme scheme,
        @Schema(defaultValue = "0") @Nullable Long seed,

        @Schema(defaultValue = "1") @PositiveOrZero @DecimalMax(MAX_SCALE) @Nullable
        Double scale) {

    /** {@link Initialization#MAX_SCALE}. */
    private static final String MAX_SCALE = "" + Initialization.MAX_SCALE;

    private static final long DEFAULT_SEED = 0;
    private static final double DEFAULT_SCALE = 1;

    Initialization initialization() {
        return new Initialization(
                scheme,
                Objects.requireNonNullElse(seed, DEFAULT_SEED),
                Objects.requireNonNullElse(scale, DEFAULT_SCALE));
    }

    /** The form in which nothing is left to a default. */
    static InitializationForm of(Initialization initialization) {
        return new InitializationForm(initialization.scheme(), initialization.seed(), initialization.scale());
    }
}
