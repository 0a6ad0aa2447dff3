package dev.gradlens.wire.nodes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What backward computed: each is the total derivative of J (or of m·J, as {@code gradientScale} has it) by a node.
 *
 * @param dA by A
 * @param dZTilda by Ztilda, dA ⊙ g′(Ztilda)
 * @param dZNorm by Znorm, gamma ⊙ dZtilda; absent under skipNormalization
 * @param dSigma2 by sigma2; absent where the statistics are constants
 * @param dMu by mu, its path through sigma2 included; absent where the statistics are constants
 * @param dZ by Z
 * @param dW by W
 * @param db by b
 * @param dGamma by gamma, the sum of dZtilda ⊙ Znorm over the examples
 * @param dBeta by beta, the sum of dZtilda over the examples
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BackwardAnswer(
        @Nullable Tensor dA,
        @JsonProperty("dZtilda") @Nullable Tensor dZTilda,
        @JsonProperty("dZnorm") @Nullable Tensor dZNorm,
        @Vector @JsonProperty("dsigma2") @Nullable Tensor dSigma2,
        @Vector @JsonProperty("dmu") @Nullable Tensor dMu,
        @Nullable Tensor dZ,
        @Nullable Tensor dW,
        @Vector @Nullable Tensor db,
        @Vector @JsonProperty("dgamma") @Nullable Tensor dGamma,
        @Vector @JsonProperty("dbeta") @Nullable Tensor dBeta) {}
