package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.inspection.Law;
import dev.gradlens.wire.nodes.BackwardAnswer;
import dev.gradlens.wire.nodes.ForwardAnswer;
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
