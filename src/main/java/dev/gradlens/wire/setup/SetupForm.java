package dev.gradlens.wire.setup;

import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import org.jspecify.annotations.Nullable;

/** The fields by which a request says what J is a function of; every request that has them implements this. */
public interface SetupForm extends StartForm {
    /** The id of a model, which has parameters and, where the request has none, a network. */
    @Nullable
    String model();

    @Nullable
    BatchForm batch();

    @Nullable
    ScaleName gradientScale();

    @Nullable
    Mode mode();

    @Nullable
    BackwardRule backward();
}
