package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.wire.bind.Called;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A normalization of Z: Znorm = (Z − mu)/s and Ztilda = gamma ⊙ Znorm + beta,
 * where s is the root of sigma2, kept away from 0 by epsilon.
 * A convention that is not given is that of {@code conventions}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "batch", value = NormalizationForm.Batch.class),
    @JsonSubTypes.Type(name = "layer", value = NormalizationForm.Layer.class),
    @JsonSubTypes.Type(name = "rms", value = NormalizationForm.Rms.class),
    @JsonSubTypes.Type(name = "none", value = NormalizationForm.None.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface NormalizationForm {

    /** The normalization with nothing left to a default; null for none. */
    @Nullable
    Normalization normalization(Conventions defaults);

    /** The normalization, with this epsilon and the paper's conventions where none are given; null for none. */
    static @Nullable Normalization read(NormalizationForm form, double epsilon) {
        return form.normalization(Conventions.paper(epsilon));
    }

    /** The form in which every convention is given. */
    static NormalizationForm of(@Nullable Normalization normalization) {
        return switch (normalization) {
            case null -> new None();
            case BatchNorm batch -> Batch.of(batch);
            case LayerNorm layer ->
                new Layer(layer.epsilon().value(), layer.epsilon().placement(), layer.varianceEstimator());
            case RmsNorm rms -> new Rms(rms.epsilon().value(), rms.epsilon().placement());
        };
    }

    private static Epsilon epsilon(
            @Nullable Double value, Epsilon.@Nullable Placement placement, Conventions defaults) {
        return new Epsilon(
                Objects.requireNonNullElse(value, defaults.epsilon()),
                Objects.requireNonNullElse(placement, defaults.epsilonPlacement()));
    }

    /**
     * Batch normalization: mu and sigma2 over the batch, unit by unit. In training it keeps running ones, which it uses in
     * inference.
     *
     * @param epsilon keeps s away from 0; 1e-5 where it is not given, 1e-3 under the conventions {@code keras}
     * @param epsilonPlacement where epsilon stands in s; insideSqrt where it is not given
     * @param varianceEstimator of sigma2; biased where it is not given, and unbiased needs two values
     * @param runningVarianceEstimator of the variance that is kept; unbiased where it is not given, biased under the
     *     conventions {@code keras}
     * @param momentum how slowly the running statistics change; 0.9 where it is not given, 0.99 under the conventions
     *     {@code keras}, 0.1 under {@code pytorch}
     * @param momentumConvention whether momentum is what is kept of the old or taken of the new; keepOld where it is not
     *     given, takeNew under the conventions {@code pytorch}
     */
    @Called("a batch normalization")
    record Batch(
            @PositiveOrZero @Nullable Double epsilon,
            Epsilon.@Nullable Placement epsilonPlacement,
            @Nullable VarianceEstimator varianceEstimator,
            @Nullable VarianceEstimator runningVarianceEstimator,
            @DecimalMin("0") @DecimalMax("1") @Nullable Double momentum,
            RunningAverage.@Nullable Convention momentumConvention)
            implements NormalizationForm {

        static Batch of(BatchNorm batch) {
            return new Batch(
                    batch.epsilon().value(),
                    batch.epsilon().placement(),
                    batch.varianceEstimator(),
                    batch.running().varianceEstimator(),
                    batch.running().momentum(),
                    batch.running().convention());
        }

        @Override
        public Normalization normalization(Conventions defaults) {
            RunningAverage running = new RunningAverage(
                    Objects.requireNonNullElse(momentum, defaults.momentum()),
                    Objects.requireNonNullElse(momentumConvention, defaults.momentumConvention()),
                    Objects.requireNonNullElse(runningVarianceEstimator, defaults.runningVarianceEstimator()));
            return new BatchNorm(
                    NormalizationForm.epsilon(epsilon, epsilonPlacement, defaults),
                    Objects.requireNonNullElse(varianceEstimator, defaults.varianceEstimator()),
                    running);
        }
    }

    /**
     * Layer normalization: mu and sigma2 over the units, example by example.
     *
     * @param epsilon keeps s away from 0; 1e-5 where it is not given, 1e-3 under the conventions {@code keras}
     * @param epsilonPlacement where epsilon stands in s; insideSqrt where it is not given
     * @param varianceEstimator of sigma2; biased where it is not given, and unbiased needs two values
     */
    @Called("a layer normalization")
    record Layer(
            @PositiveOrZero @Nullable Double epsilon,
            Epsilon.@Nullable Placement epsilonPlacement,
            @Nullable VarianceEstimator varianceEstimator)
            implements NormalizationForm {
        @Override
        public Normalization normalization(Conventions defaults) {
            return new LayerNorm(
                    NormalizationForm.epsilon(epsilon, epsilonPlacement, defaults),
                    Objects.requireNonNullElse(varianceEstimator, defaults.varianceEstimator()));
        }
    }

    /**
     * RMS normalization: like layer normalization, but without mu, and sigma2 is mean(Z²).
     *
     * @param epsilon keeps s away from 0; 1e-5 where it is not given, 1e-3 under the conventions {@code keras}
     * @param epsilonPlacement where epsilon stands in s; insideSqrt where it is not given
     */
    @Called("an RMS normalization")
    record Rms(@PositiveOrZero @Nullable Double epsilon, Epsilon.@Nullable Placement epsilonPlacement)
            implements NormalizationForm {
        @Override
        public Normalization normalization(Conventions defaults) {
            return new RmsNorm(NormalizationForm.epsilon(epsilon, epsilonPlacement, defaults));
        }
    }

    /** No normalization. */
    @Schema(name = "NoNormalization")
    @Called("a normalization of type none")
    record None() implements NormalizationForm {
        @Override
        public @Nullable Normalization normalization(Conventions defaults) {
            return null;
        }
    }
}
