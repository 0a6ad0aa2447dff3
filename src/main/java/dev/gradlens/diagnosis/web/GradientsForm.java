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
 * Gradients that somebody computed, any of them.
 *
 * @param layers the first one first, an empty object where none are sent of a layer; may have fewer entries than the network
 *     has layers
 * @param dX by X
 */
@Called("the gradients")
record GradientsForm(
        @Nullable List<LayerGradientsForm> layers, @Nullable ComputedMatrixInput dX) {

    /**
     * Gradients of one layer: total derivatives by its nodes, as an inspection shows them.
     *
     * @param dA by A
     * @param dZTilda by Ztilda
     * @param dZNorm by Znorm
     * @param dSigma2 by sigma2, an entry for each unit; for each example under layer and rms normalization
     * @param dMu by mu, likewise
     * @param dZ by Z
     * @param dW by W, units × inputs
     * @param db by b
     * @param dGamma by gamma
     * @param dBeta by beta
     */
    @Called("the gradients of a layer")
    record LayerGradientsForm(
            @Nullable ComputedMatrixInput dA,
            @JsonProperty("dZtilda") @Nullable ComputedMatrixInput dZTilda,
            @JsonProperty("dZnorm") @Nullable ComputedMatrixInput dZNorm,
            @JsonProperty("dsigma2") @Nullable ComputedVectorInput dSigma2,
            @JsonProperty("dmu") @Nullable ComputedVectorInput dMu,
            @Nullable ComputedMatrixInput dZ,
            @Nullable ComputedMatrixInput dW,
            @Nullable ComputedVectorInput db,
            @JsonProperty("dgamma") @Nullable ComputedVectorInput dGamma,
            @JsonProperty("dbeta") @Nullable ComputedVectorInput dBeta)
            implements SentLayer {

        @Override
        public Map<Step, ComputedInput> tensors() {
            return SentLayer.given(
                    SentLayer.tensor(Step.D_A, dA),
                    SentLayer.tensor(Step.D_Z_TILDA, dZTilda),
                    SentLayer.tensor(Step.D_Z_NORM, dZNorm),
                    SentLayer.tensor(Step.D_SIGMA2, dSigma2),
                    SentLayer.tensor(Step.D_MU, dMu),
                    SentLayer.tensor(Step.D_Z, dZ),
                    SentLayer.tensor(Step.D_W, dW),
                    SentLayer.tensor(Step.D_B, db),
                    SentLayer.tensor(Step.D_GAMMA, dGamma),
                    SentLayer.tensor(Step.D_BETA, dBeta));
        }
    }
}
