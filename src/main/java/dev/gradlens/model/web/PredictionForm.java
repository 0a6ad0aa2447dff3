package dev.gradlens.model.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.setup.ExamplesForm;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.tensors.MatrixInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Examples of which a model says what they are.
 *
 * @param x the examples as they were measured, as many numbers each as the model has inputs: the model standardizes them itself
 * @param layout whether an example is a row or a column, of A too
 * @param tensors how A is written in JSON
 */
@Schema(name = "PredictionRequest")
@Called("a prediction")
record PredictionForm(
        @JsonProperty("X") MatrixInput x,
        @Schema(defaultValue = "rows") @Nullable Layout layout,
        @Nullable PredictionTensorsForm tensors)
        implements ExamplesForm {

    /**
     * How A is written in JSON.
     *
     * @param format of it
     */
    @Schema(name = "PredictionTensors")
    @Called("the tensors of a prediction")
    record PredictionTensorsForm(
            @Schema(defaultValue = "nested") @Nullable TensorEncoding format) {}

    TensorEncoding encoding() {
        return tensors == null || tensors.format() == null ? TensorEncoding.NESTED : tensors.format();
    }
}
