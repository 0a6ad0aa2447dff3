package dev.gradlens.wire.nodes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What forward computed.
 *
 * @param z Aprev·Wᵀ + b in rows, W·Aprev + b in columns; what comes in, for a normalize layer
 * @param mu the mean of Z over what is normalized together; in inference, batch normalization's running one
 * @param sigma2 the variance likewise; mean(Z²) for rms
 * @param zNorm (Z − mu)/s
 * @param zTilda gamma ⊙ Znorm + beta
 * @param a g(Ztilda), or g(Z) where nothing is normalized
 * @param runningMean of batch normalization in training, as this batch leaves it
 * @param runningVariance likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForwardAnswer(
        @JsonProperty("Z") @Nullable Tensor z,
        @Vector @Nullable Tensor mu,
        @Vector @Nullable Tensor sigma2,
        @JsonProperty("Znorm") @Nullable Tensor zNorm,
        @JsonProperty("Ztilda") @Nullable Tensor zTilda,
        @JsonProperty("A") @Nullable Tensor a,
        @Vector @Nullable Tensor runningMean,
        @Vector @Nullable Tensor runningVariance) {}
