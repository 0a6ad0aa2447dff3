package dev.gradlens.wire.setup;

import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.RecordReader;
import dev.gradlens.wire.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that says what J is a function of, and nothing else. */
@Called("a request")
record SetupRequest(
        @Nullable NetworkForm network,
        @Nullable ParametersForm parameters,
        @Nullable InitializationForm initialization,
        @Nullable String model,
        BatchForm batch,
        @Nullable Bundle conventions,
        @Nullable Precision precision,
        @Nullable ScaleName gradientScale,
        @Nullable Mode mode,
        @Nullable BackwardRule backward)
        implements SetupForm {

    static SetupRequest read(String json, Faults faults) {
        var bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(
                RecordReader.read(SetupRequest.class, new JsonReader(64).read(bytes), Place.root(faults)));
    }
}
