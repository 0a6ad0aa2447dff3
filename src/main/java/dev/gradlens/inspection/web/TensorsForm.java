package dev.gradlens.inspection.web;

import dev.gradlens.wire.bind.Called;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tensors an answer holds, and how. The short series of {@code laws} and {@code descent} are none of them, and
 * always plain arrays.
 *
 * @param format how a tensor is written
 * @param only the names of those that are shown, all where it is not given: {@code dW} in every layer, {@code dW2} in
 *     layer 2. What a layer does not have is absent all the same; warnings are told of all that was computed
 */
@Called("the tensors of an answer")
record TensorsForm(
        @Schema(defaultValue = "nested") @Nullable TensorFormat format,
        @Nullable List<@Nullable String> only) {}
