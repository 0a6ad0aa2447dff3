package dev.gradlens.model.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.tensors.Tensor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of examples.
 *
 * @param a of the last layer, in the layout of the request
 * @param labels of each example, where the loss has classes: the number of the largest output, the first of equal ones; of a
 *     single binary output 1 where it says more than one half, else 0. Absent for other losses, and where an output is NaN
 * @param warnings of outputs that are NaN or infinite
 */
@Schema(name = "Prediction")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PredictionAnswer(
        @JsonProperty("A") @Nullable Tensor a, @Nullable List<Integer> labels, List<ModelWarning> warnings) {

    /**
     * What a reader of the numbers should know.
     *
     * @param code nonFinite: some are NaN or infinite
     * @param layer from 1; absent where it concerns no layer
     * @param tensor the name of the one that it concerns
     * @param count how many of its entries
     * @param detail a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ModelWarning(String code, @Nullable Integer layer, String tensor, int count, String detail) {
        static ModelWarning nonFinite(@Nullable Integer layer, String tensor, int count) {
            return new ModelWarning("nonFinite", layer, tensor, count, "NaN or infinity stands here");
        }
    }
}
