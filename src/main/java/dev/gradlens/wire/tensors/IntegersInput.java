package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.FromJson;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A vector of integers of a request, such as labels.
 *
 * @param values at least one
 */
@Called("an array of integers")
public record IntegersInput(int[] values) {

    /** Reads what a {@link VectorInput} reads, as far as it holds integers; 2.0 is one. */
    @FromJson
    public static @Nullable IntegersInput read(JsonValue value, Place place) {
        VectorInput vector = VectorInput.read(value, place);
        if (vector == null) {
            return null;
        }
        int[] integers = new int[vector.size()];
        boolean integral = true;
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (int) vector.values()[i];
            integral &= isExact(integers[i], vector.values()[i], value, place.item(i));
        }
        return integral ? new IntegersInput(integers) : null;
    }

    private static boolean isExact(int integer, double sent, JsonValue value, Place item) {
        if (integer == sent) {
            return true;
        }
        Place entry = value instanceof JsonMatrix ? item.item(0) : item;
        entry.fault("must be an integer, got " + sent);
        return false;
    }
}
