package dev.gradlens.wire.setup;

import dev.gradlens.tensor.Precision;
import org.jspecify.annotations.Nullable;

/** The fields by which a request says what a training begins with. */
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
