package dev.gradlens.inspection.web;

import dev.gradlens.wire.tensors.Tensor;
import org.jspecify.annotations.Nullable;

/** What becomes of each tensor that was computed for an answer. */
@FunctionalInterface
interface Destination {
    /**
     * The tensor as it stands in the document; null where it is left out, or goes elsewhere.
     *
     * @param layer from 1; null for dX
     * @param name on the wire, behind that of the part of the answer where it needs one: {@code paths.direct}
     */
    @Nullable
    Tensor place(@Nullable Integer layer, String name, Tensor tensor);
}
