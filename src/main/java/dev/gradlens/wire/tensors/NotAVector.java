package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonArray;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import java.util.List;

/** Says what keeps a value from being a vector. */
final class NotAVector {
    private static final String EXPECTED = "an array of numbers or a column [[1], [2]]";

    private NotAVector() {}

    static void explain(JsonValue value, Place place) {
        switch (value) {
            case JsonArray array -> explain(array.items(), place);
            case JsonMatrix matrix ->
                place.fault("must be " + EXPECTED + ", got a matrix of " + matrix.rows() + "×" + matrix.columns());
            default -> OtherForms.explain(value, EXPECTED, place);
        }
    }

    private static void explain(List<JsonValue> items, Place place) {
        if (items.isEmpty()) {
            place.fault("must not be empty");
        } else if (items.getFirst() instanceof JsonNumbers) {
            explainColumn(items, place);
        } else {
            Entries.explain(items, place);
        }
    }

    private static void explainColumn(List<JsonValue> rows, Place place) {
        for (int i = 0; i < rows.size(); i++) {
            boolean fits = rows.get(i) instanceof JsonNumbers row && row.values().length == 1;
            if (!fits) {
                place.item(i).fault("must be a row of one number, as in a column [[1], [2]]");
            }
        }
    }
}
