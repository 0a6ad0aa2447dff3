package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gradlens.network.optimizer.Adam;
import dev.gradlens.network.optimizer.Momentum;
import dev.gradlens.network.optimizer.Optimizer;
import dev.gradlens.network.optimizer.RmsProp;
import dev.gradlens.wire.bind.Called;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How parameters move against their gradient g: update rules and defaults as in PyTorch. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "sgd", value = OptimizerForm.Sgd.class),
    @JsonSubTypes.Type(name = "momentum", value = OptimizerForm.HeavyBall.class),
    @JsonSubTypes.Type(name = "nesterov", value = OptimizerForm.Nesterov.class),
    @JsonSubTypes.Type(name = "adam", value = OptimizerForm.AdamForm.class),
    @JsonSubTypes.Type(name = "adamw", value = OptimizerForm.AdamW.class),
    @JsonSubTypes.Type(name = "rmsprop", value = OptimizerForm.Rms.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Optimizer")
sealed interface OptimizerForm {
    /** The largest number below 1: a memory that forgets nothing is none. */
    String BELOW_ONE = "0.9999999999999999";

    double LEARNING_RATE = 1e-3;
    double LEARNING_RATE_OF_RMSPROP = 1e-2;
    double MOMENTUM = 0.9;
    double BETA1 = 0.9;
    double BETA2 = 0.999;
    double ALPHA = 0.99;
    double EPSILON = 1e-8;
    double DECAY_OF_ADAMW = 1e-2;

    /** η before the schedule; absent where it is the default. */
    @Nullable
    Double learningRate();

    /** The update rule. */
    Optimizer optimizer();

    /** η, with the default where it is not given. */
    default double rate() {
        double otherwise = this instanceof Rms ? LEARNING_RATE_OF_RMSPROP : LEARNING_RATE;
        return Objects.requireNonNullElse(learningRate(), otherwise);
    }

    /** What is used where a request names none. */
    static OptimizerForm byDefault() {
        return new AdamForm(null, null, null, null, null);
    }

    /** The form in which nothing is left to a default. */
    default OptimizerForm inFull() {
        double rate = rate();
        return switch (optimizer()) {
            case Momentum(double momentum, boolean looksAhead, double decay) ->
                switch (this) {
                    case Sgd _ -> new Sgd(rate, momentum, decay);
                    case Nesterov _ -> new Nesterov(rate, momentum, decay);
                    case HeavyBall _, AdamForm _, AdamW _, Rms _ -> new HeavyBall(rate, momentum, decay);
                };
            case Adam(double beta1, double beta2, double epsilon, double decay, boolean decoupled) ->
                decoupled
                        ? new AdamW(rate, beta1, beta2, epsilon, decay)
                        : new AdamForm(rate, beta1, beta2, epsilon, decay);
            case RmsProp(double alpha, double epsilon, double momentum, double decay) ->
                new Rms(rate, alpha, epsilon, momentum, decay);
        };
    }

    private static double or(@Nullable Double given, double otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }

    /**
     * Gradient descent: w ← w − η·g.
     *
     * @param learningRate η
     * @param momentum 0 where it is not given: the gradient alone
     * @param weightDecay λ, which adds λ·w to g
     */
    @Schema(name = "Sgd")
    @Called("an optimizer of type sgd")
    record Sgd(
            @Schema(defaultValue = "0.001") @PositiveOrZero @Nullable
            Double learningRate,

            @Schema(defaultValue = "0") @DecimalMin("0") @DecimalMax(BELOW_ONE) @Nullable
            Double momentum,

            @Schema(defaultValue = "0") @PositiveOrZero @Nullable
            Double weightDecay)
            implements OptimizerForm {
        @Override
        public Optimizer optimizer() {
            return new Momentum(or(momentum, 0), false, or(weightDecay, 0));
        }
    }

    /**
     * Gradient descent with a memory: v ← μ·v + g, w ← w − η·v.
     *
     * @param learningRate η
     * @param momentum μ
     * @param weightDecay λ, which adds λ·w to g
     */
    @Schema(name = "Momentum")
    @Called("an optimizer of type momentum")
    record HeavyBall(
            @Schema(defaultValue = "0.001") @PositiveOrZero @Nullable
            Double learningRate,

            @Schema(defaultValue = "0.9") @DecimalMin("0") @DecimalMax(BELOW_ONE) @Nullable
            Double momentum,

            @Schema(defaultValue = "0") @PositiveOrZero @Nullable
            Double weightDecay)
            implements OptimizerForm {
        @Override
        public Optimizer optimizer() {
            return new Momentum(or(momentum, MOMENTUM), false, or(weightDecay, 0));
        }
    }

    /**
     * Momentum that looks ahead: v ← μ·v + g, w ← w − η·(g + μ·v).
     *
     * @param learningRate η
     * @param momentum μ
     * @param weightDecay λ, which adds λ·w to g
     */
    @Called("an optimizer of type nesterov")
    record Nesterov(
            @Schema(defaultValue = "0.001") @PositiveOrZero @Nullable
            Double learningRate,

            @Schema(defaultValue = "0.9") @DecimalMin("0") @DecimalMax(BELOW_ONE) @Nullable
            Double momentum,

            @Schema(defaultValue = "0") @PositiveOrZero @Nullable
            Double weightDecay)
            implements OptimizerForm {
        @Override
        public Optimizer optimizer() {
            return new Momentum(or(momentum, MOMENTUM), true, or(weightDecay, 0));
        }
    }

    /**
     * Adam: a mean p and a mean square q of the gradients, both corrected for their beginning at 0;
     * w ← w − η·p/(√q + epsilon).
     *
     * @param learningRate η
     * @param beta1 what p keeps
     * @param beta2 what q keeps
     * @param epsilon keeps the divisor away from 0
     * @param weightDecay λ, which adds λ·w to g
     */
    @Schema(name = "Adam")
    @Called("an optimizer of type adam")
    record AdamForm(
            @Schema(defaultValue = "0.001") @PositiveOrZero @Nullable
            Double learningRate,

            @Schema(defaultValue = "0.9") @DecimalMin("0") @DecimalMax(BELOW_ONE) @Nullable
            Double beta1,

            @Schema(defaultValue = "0.999") @DecimalMin("0") @DecimalMax(BELOW_ONE) @Nullable
            Double beta2,

            @Schema(defaultValue = "1e-8") @PositiveOrZero @Nullable
            Double epsilon,

            @Schema(defaultValue = "0") @PositiveOrZero @Nullable
            Double weightDecay)
            implements OptimizerForm {
        @Override
        public Optimizer optimizer() {
            return new Adam(or(beta1, BETA1), or(beta2, BETA2), or(epsilon, EPSILON), or(weightDecay, 0), false);
        }
    }

    /**
     * Adam whose weights shrink apart from the gradient: w ← w − η·λ·w, then as Adam.
     *
     * @param learningRate η
     * @param beta1 what p keeps
     * @param beta2 what q keeps
     * @param epsilon keeps the divisor away from 0
     * @param weightDecay λ
     */
    @Called("an optimizer of type adamw")
    record AdamW(
            @Schema(defaultValue = "0.001") @PositiveOrZero @Nullable
            Double learningRate,

            @Schema(defaultValue = "0.9") @DecimalMin("0") @DecimalMax(BELOW_ONE) @Nullable
            Double beta1,

            @Schema(defaultValue = "0.999") @DecimalMin("0") @DecimalMax(BELOW_ONE) @Nullable
            Double beta2,

            @Schema(defaultValue = "1e-8") @PositiveOrZero @Nullable
            Double epsilon,

            @Schema(defaultValue = "0.01") @PositiveOrZero @Nullable
            Double weightDecay)
            implements OptimizerForm {
        @Override
        public Optimizer optimizer() {
            return new Adam(
                    or(beta1, BETA1), or(beta2, BETA2), or(epsilon, EPSILON), or(weightDecay, DECAY_OF_ADAMW), true);
        }
    }

    /**
     * RMSProp: a mean square q of the gradients; v ← μ·v + g/(√q + epsilon), w ← w − η·v.
     *
     * @param learningRate η
     * @param alpha what q keeps
     * @param epsilon keeps the divisor away from 0
     * @param momentum μ; 0 where it is not given
     * @param weightDecay λ, which adds λ·w to g
     */
    @Schema(name = "RmsProp")
    @Called("an optimizer of type rmsprop")
    record Rms(
            @Schema(defaultValue = "0.01") @PositiveOrZero @Nullable
            Double learningRate,

            @Schema(defaultValue = "0.99") @DecimalMin("0") @DecimalMax(BELOW_ONE) @Nullable
            Double alpha,

            @Schema(defaultValue = "1e-8") @PositiveOrZero @Nullable
            Double epsilon,

            @Schema(defaultValue = "0") @DecimalMin("0") @DecimalMax(BELOW_ONE) @Nullable
            Double momentum,

            @Schema(defaultValue = "0") @PositiveOrZero @Nullable
            Double weightDecay)
            implements OptimizerForm {
        @Override
        public Optimizer optimizer() {
            return new RmsProp(or(alpha, ALPHA), or(epsilon, EPSILON), or(momentum, 0), or(weightDecay, 0));
        }
    }
}
