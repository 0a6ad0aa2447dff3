package dev.gradlens.wire.setup;

import dev.gradlens.tensor.Precision;
import org.jspecify.annotations.Nullable;

/** The fields by which a request says what a network is and what its parameters are. */
public interface StartForm {
    @Nullable
    NetworkForm network();

    @Nullable
    ParametersForm parameters();

    @Nullable
    InitializationForm initialization();

    @Nullable
    Bundle conventions();

    @Nullable
    Precision precision();
}
