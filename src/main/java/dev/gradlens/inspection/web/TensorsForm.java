package dev.gradlens.inspection.web;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.NotSupportedYet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tensors an answer holds, and how.
 *
 * @param format nested arrays where it is not given
 */
@Called("the tensors of an answer")
record TensorsForm(
        @Nullable TensorFormat format,
        @NotSupportedYet @Nullable List<String> only) {}
