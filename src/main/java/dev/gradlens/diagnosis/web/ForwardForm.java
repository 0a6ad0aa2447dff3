package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.tensors.ComputedInput;
import dev.gradlens.wire.tensors.ComputedMatrixInput;
import dev.gradlens.wire.tensors.ComputedVectorInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Forward tensors that somebody computed, any of them.
 *
 * @param layers the first one first, an empty object where none are sent of a layer; may have fewer entries than the network
 *     has layers
 */
@Called("the forward tensors")
record ForwardForm(@Nullable List<LayerForwardForm> layers) {

    /**
     * Forward tensors of one layer, as an inspection shows them.
     *
     * @param z what is normalized
     * @param mu its mean, an entry for each unit; for each example under layer normalization
     * @param sigma2 its variance, likewise, and for each example under rms normalization its mean square
     * @param zNorm (Z − mu)/s
     * @param zTilda gamma ⊙ Znorm + beta
     * @param a g(Ztilda), or g(Z) where nothing is normalized
     * @param runningMean of batch normalization in training, as this batch leaves it
     * @param runningVariance likewise
     */
    @Called("the forward tensors of a layer")
    record LayerForwardForm(
            @JsonProperty("Z") @Nullable ComputedMatrixInput z,
            @Nullable ComputedVectorInput mu,
            @Nullable ComputedVectorInput sigma2,
            @JsonProperty("Znorm") @Nullable ComputedMatrixInput zNorm,
            @JsonProperty("Ztilda") @Nullable ComputedMatrixInput zTilda,
            @JsonProperty("A") @Nullable ComputedMatrixInput a,
            @Nullable ComputedVectorInput runningMean,
            @Nullable ComputedVectorInput runningVariance)
            implements SentLayer {

        @Override
        public Map<Step, ComputedInput> tensors() {
            return SentLayer.given(
                    SentLayer.tensor(Step.Z, z),
                    SentLayer.tensor(Step.MU, mu),
                    SentLayer.tensor(Step.SIGMA2, sigma2),
                    SentLayer.tensor(Step.Z_NORM, zNorm),
                    SentLayer.tensor(Step.Z_TILDA, zTilda),
                    SentLayer.tensor(Step.A, a),
                    SentLayer.tensor(Step.RUNNING_MEAN, runningMean),
                    SentLayer.tensor(Step.RUNNING_VARIANCE, runningVariance));
        }
    }
}
