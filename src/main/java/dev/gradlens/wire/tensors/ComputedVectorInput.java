package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.FromJson;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A vector that a client's own code computed, of at least one entry. */
@Called("a vector, given as an array of numbers, as a column [[1], [2]], flat or in base64")
public record ComputedVectorInput(double[] values) implements ComputedInput {

    /** Reads what a {@link VectorInput} reads, and entries that are not finite. */
    @FromJson
    public static @Nullable ComputedVectorInput read(JsonValue value, Place place) {
        VectorInput vector = VectorInput.read(value, NonFinite.TAKEN, place);
        return vector == null ? null : new ComputedVectorInput(vector.values());
    }

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public int columns() {
        return values.length;
    }
}
