package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonItems;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonArray;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what keeps a value from being a vector, and keeps what can be read of an array. */
final class PartOfAVector {
    private static final String EXPECTED = "an array of numbers or a column [[1], [2]]";

    private PartOfAVector() {}

    static @Nullable VectorInput read(JsonValue value, NonFinite nonFinite, Place place) {
        if (value instanceof JsonArray array) {
            return read(array.items(), nonFinite, place);
        }
        if (value instanceof JsonMatrix matrix) {
            place.fault("must be " + EXPECTED + ", got a matrix of " + matrix.rows() + "×" + matrix.columns());
        } else {
            place.fault("must be " + EXPECTED + ", got " + value.kind());
        }
        return null;
    }

    private static @Nullable VectorInput read(List<JsonValue> items, NonFinite nonFinite, Place place) {
        if (items.isEmpty()) {
            place.fault("must not be empty");
            return null;
        }
        boolean isColumn = JsonItems.of(items.getFirst()) != null;
        return isColumn
                ? new VectorInput(column(items, nonFinite, place), Form.ROWS)
                : new VectorInput(Entries.numbers(items, nonFinite, place), Form.ARRAY);
    }

    private static double[] column(List<JsonValue> rows, NonFinite nonFinite, Place place) {
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = onlyEntry(rows.get(i), nonFinite, place.item(i));
        }
        return values;
    }

    private static double onlyEntry(JsonValue row, NonFinite nonFinite, Place place) {
        List<JsonValue> items = JsonItems.of(row);
        if (items == null || items.size() != 1) {
            place.fault("must be a row of one number, as in a column [[1], [2]]");
            return Double.NaN;
        }
        return Entries.number(items.getFirst(), nonFinite, place.item(0));
    }
}
