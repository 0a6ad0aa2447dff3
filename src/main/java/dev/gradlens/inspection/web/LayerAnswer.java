package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.inspection.Law;
import dev.gradlens.wire.tensors.Matrices;
import dev.gradlens.wire.tensors.Real;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.Vector;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection shows of one layer. A tensor that the layer does not have, or that was not asked for, is absent.
 *
 * @param layer from 1; layer 1 is {@code /parameters/layers/0} in a request
 * @param type as in the request
 * @param forward what forward computed
 * @param backward what backward computed
 * @param paths where they were asked for and the layer is normalized
 * @param laws where they were asked for and the layer's statistics depend on Z
 * @param jacobian where it was asked for and the layer is normalized: jacobian[f][j][i] is ∂Ztilda_j/∂Z_i, where i and j are
 *     examples and f is a unit for batch normalization, and i and j are units and f is an example for the others, in both
 *     layouts. It is that of the normalization, whatever {@code backward} and {@code gradientScale} say, and is made of its
 *     closed form rather than by the backward pass: gamma_j·(δ_ij/s − 1/(k·s) − Znorm_j·Znorm_i/(d·r)) for k values that are
 *     normalized together, with d = k, or k − 1 where the variance is unbiased, and r = s, or √sigma2 where epsilon is outside
 *     of the root. rms has no second term, and batch normalization in inference the first alone
 * @param jacobianResidual the largest |Jᵀ·dZtilda − dZ| with dZtilda and dZ as they are shown: rounding where
 *     {@code backward} is exact, else what it got wrong
 * @param resources where they were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LayerAnswer(
        int layer,
        String type,
        ForwardAnswer forward,
        BackwardAnswer backward,
        @Nullable PathsAnswer paths,
        @Nullable List<LawAnswer> laws,
        @Matrices @Nullable Tensor jacobian,
        @Nullable Real jacobianResidual,
        @Nullable ResourcesAnswer resources) {

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
    record ForwardAnswer(
            @JsonProperty("Z") @Nullable Tensor z,
            @Vector @Nullable Tensor mu,
            @Vector @Nullable Tensor sigma2,
            @JsonProperty("Znorm") @Nullable Tensor zNorm,
            @JsonProperty("Ztilda") @Nullable Tensor zTilda,
            @JsonProperty("A") @Nullable Tensor a,
            @Vector @Nullable Tensor runningMean,
            @Vector @Nullable Tensor runningVariance) {}

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
    record BackwardAnswer(
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

    /**
     * The paths of the chain rule whose sum is dZ. One that does not exist, or was not asked for, is absent.
     *
     * @param direct dZnorm/s, with mu and sigma2 held constant
     * @param throughMean by way of mu
     * @param throughVariance by way of sigma2
     * @param norms the Frobenius norm of each path that exists, by its name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PathsAnswer(
            @Nullable Tensor direct,
            @Nullable Tensor throughMean,
            @Nullable Tensor throughVariance,
            Map<String, Double> norms) {}

    /**
     * An identity that exact gradients satisfy, evaluated on the ones shown, rescaled to J.
     *
     * @param id its stable name
     * @param statement the identity in symbols
     * @param left its left side, an entry for each unit or example
     * @param right its right side
     * @param residual the largest |left − right|
     * @param holds whether that is no more than rounding
     */
    record LawAnswer(
            Law.Kind id,
            String statement,
            @Vector(plain = true) Tensor left,
            @Vector(plain = true) Tensor right,
            Real residual,
            boolean holds) {}
}
