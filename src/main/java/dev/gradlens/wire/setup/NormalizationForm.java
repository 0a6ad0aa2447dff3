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
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A normalization; a convention that is not given is that of the bundle. */
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

    /** Over the batch, unit by unit. */
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

    /** Over the units, example by example. */
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

    /** Over the units, example by example, without a mean. */
    @Called("an RMS normalization")
    record Rms(@PositiveOrZero @Nullable Double epsilon, Epsilon.@Nullable Placement epsilonPlacement)
            implements NormalizationForm {
        @Override
        public Normalization normalization(Conventions defaults) {
            return new RmsNorm(NormalizationForm.epsilon(epsilon, epsilonPlacement, defaults));
        }
    }

    /** No normalization. */
    @Called("a normalization of type none")
    record None() implements NormalizationForm {
        @Override
        public @Nullable Normalization normalization(Conventions defaults) {
            return null;
        }
    }
}
