package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.FromJson;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vector of integers of a request, such as labels.
 *
 * @param values at least one; null where an entry is no integer, which then has been said
 * @param form in which they were sent
 */
@Called("a vector of integers, given as an array, as a column [[1], [2]], flat or in base64")
public record IntegersInput(List<@Nullable Integer> values, Form form) {

    /** Reads what a {@link VectorInput} reads, as far as it holds integers; 2.0 is one. */
    @FromJson
    public static @Nullable IntegersInput read(JsonValue value, Place place) {
        VectorInput vector = VectorInput.read(value, place);
        if (vector == null) {
            return null;
        }
        List<@Nullable Integer> integers = new ArrayList<>(vector.size());
        for (int i = 0; i < vector.size(); i++) {
            integers.add(integer(vector, i, place));
        }
        return new IntegersInput(integers, vector.form());
    }

    private static @Nullable Integer integer(VectorInput vector, int i, Place place) {
        double sent = vector.values()[i];
        int integer = (int) sent;
        if (integer == sent) {
            return integer;
        }
        if (Double.isFinite(sent)) {
            vector.fault(place, i, "must be an integer, got " + sent);
        }
        return null;
    }

    /** Says what is wrong with an entry, which is counted from 0. */
    public void fault(Place integers, int entry, String detail) {
        form.fault(integers, 1, entry, detail);
    }
}
