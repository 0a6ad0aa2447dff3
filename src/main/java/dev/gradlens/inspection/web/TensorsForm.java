package dev.gradlens.inspection.web;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.NotSupportedYet;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tensors an answer holds, and how.
 *
 * @param format how a tensor is written
 */
@Called("the tensors of an answer")
record TensorsForm(
        @Schema(defaultValue = "nested") @Nullable TensorFormat format,
        @NotSupportedYet @Nullable List<String> only) {}
