package dev.gradlens.wire.setup;

import dev.gradlens.wire.tensors.MatrixInput;
import org.jspecify.annotations.Nullable;

/** A request that has examples alone, without targets; every one that a file of arrays may come beside implements this. */
public interface ExamplesForm {
    @Nullable
    MatrixInput x();

    /** Rows where it is not given. */
    @Nullable
    Layout layout();
}
