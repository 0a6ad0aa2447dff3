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
 * @param isColumn whether it was sent as a column [[1], [2]]
 */
@Called("an array of integers")
public record IntegersInput(List<@Nullable Integer> values, boolean isColumn) {

    /** Reads what a {@link VectorInput} reads, as far as it holds integers; 2.0 is one. */
    @FromJson
    public static @Nullable IntegersInput read(JsonValue value, Place place) {
        VectorInput vector = VectorInput.read(value, place);
        if (vector == null) {
            return null;
        }
        List<@Nullable Integer> integers = new ArrayList<>(vector.size());
        for (int i = 0; i < vector.size(); i++) {
            integers.add(integer(vector.values()[i], vector.entry(place, i)));
        }
        return new IntegersInput(integers, vector.isColumn());
    }

    private static @Nullable Integer integer(double sent, Place entry) {
        int integer = (int) sent;
        if (integer == sent) {
            return integer;
        }
        if (Double.isFinite(sent)) {
            entry.fault("must be an integer, got " + sent);
        }
        return null;
    }

    /** Where an entry stands. */
    public Place entry(Place vector, int i) {
        return VectorInput.entry(vector, i, isColumn);
    }
}
