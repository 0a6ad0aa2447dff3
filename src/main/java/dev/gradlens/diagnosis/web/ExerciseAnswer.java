package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.diagnosis.web.FindingAnswer.PartingBatchAnswer;
import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Setup;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.setup.NetworkForm;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.Vector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready to post as an inspection, and with gradients as a diagnosis.
 *
 * @param network with nothing left to a default
 * @param parameters of every layer
 * @param batch at which it is looked
 */
record ExerciseAnswer(NetworkForm network, ExerciseParameters parameters, PartingBatchAnswer batch) {

    /**
     * The parameters of a network, in the form in which a request gives them.
     *
     * @param layers one for each layer, the first one first
     */
    record ExerciseParameters(List<ExerciseLayer> layers) {}

    /**
     * The parameters of a layer. A tensor that the layer does not have is absent.
     *
     * @param w units × inputs
     * @param b one for each unit
     * @param gamma one for each unit
     * @param beta one for each unit
     * @param runningMean one for each unit, as it is before the batch
     * @param runningVariance likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExerciseLayer(
            @JsonProperty("W") @Nullable Tensor w,
            @Vector @Nullable Tensor b,
            @Vector @Nullable Tensor gamma,
            @Vector @Nullable Tensor beta,
            @Vector @Nullable Tensor runningMean,
            @Vector @Nullable Tensor runningVariance) {

        static ExerciseLayer of(LayerParameters<Values> layer) {
            return new ExerciseLayer(
                    matrix(layer.w()),
                    vector(layer.b()),
                    vector(layer.gamma()),
                    vector(layer.beta()),
                    vector(layer.runningMean()),
                    vector(layer.runningVariance()));
        }
    }

    /** The request of a setup, with examples in rows. */
    static ExerciseAnswer of(Setup setup) {
        List<ExerciseLayer> layers =
                setup.parameters().stream().map(ExerciseLayer::of).toList();
        return new ExerciseAnswer(
                NetworkForm.of(setup.spec()), new ExerciseParameters(layers), batch(setup.batch(), isGiven(setup)));
    }

    private static boolean isGiven(Setup setup) {
        return setup.spec().loss() instanceof Upstream;
    }

    private static PartingBatchAnswer batch(Batch batch, boolean upstream) {
        Tensor y = matrix(batch.y());
        return new PartingBatchAnswer(
                Layout.ROWS,
                java.util.Objects.requireNonNull(matrix(batch.x())),
                upstream ? null : y,
                upstream ? y : null);
    }

    private static @Nullable Tensor matrix(@Nullable Values values) {
        return values == null ? null : Tensor.matrix(values.rows(), values.columns(), values.rowMajor());
    }

    private static @Nullable Tensor vector(@Nullable Values values) {
        return values == null ? null : Tensor.vector(values.rowMajor());
    }
}
