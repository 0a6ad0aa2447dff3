package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.tensors.MatrixInput;
import dev.gradlens.wire.tensors.VectorInput;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a layer, as far as it has them.
 *
 * @param w units × inputs; required in a dense layer
 * @param b one for each unit; required in a dense layer with bias
 * @param gamma one for each unit; 1 where it is not given
 * @param beta one for each unit; 0 where it is not given
 * @param runningMean one for each unit, of batch normalization; 0 where it is not given
 * @param runningVariance one for each unit, of batch normalization; 1 where it is not given
 */
@Called("the parameters of a layer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerParametersForm(
        @JsonProperty("W") @Nullable MatrixInput w,
        @Nullable VectorInput b,
        @Nullable VectorInput gamma,
        @Nullable VectorInput beta,
        @Nullable VectorInput runningMean,
        @Nullable VectorInput runningVariance) {}
