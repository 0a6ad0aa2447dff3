package dev.gradlens.model.store;

import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Standardization;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.RecordReader;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.setup.NetworkForm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What of a row is a text in JSON. */
final class RowTexts {
    /** A network has five levels: layers, a layer, its normalization. */
    private static final JsonReader READER = new JsonReader(16);

    private final JsonMapper json;

    /** @param json writes as answers are written */
    RowTexts(JsonMapper json) {
        this.json = json;
    }

    /** As it is written into the row. */
    private record Scales(double[] mean, double[] std) {}

    /** With nothing left to a default, so that a default that changes one day changes no model. */
    String network(NetworkSpec spec) {
        return json.writeValueAsString(NetworkForm.of(spec));
    }

    NetworkSpec network(String text) {
        Faults faults = new Faults();
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        NetworkForm form = RecordReader.read(NetworkForm.class, READER.read(bytes), Place.root(faults));
        faults.throwIfAny();
        return Objects.requireNonNull(form).spec();
    }

    @Nullable
    String standardization(@Nullable Standardization standardization) {
        return standardization == null
                ? null
                : json.writeValueAsString(new Scales(
                        standardization.mean().rowMajor(), standardization.std().rowMajor()));
    }

    @Nullable
    Standardization standardization(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Scales scales = json.readValue(text, Scales.class);
        return new Standardization(Values.row(scales.mean()), Values.row(scales.std()));
    }
}
