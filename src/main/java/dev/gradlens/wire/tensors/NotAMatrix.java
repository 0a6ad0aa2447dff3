package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonItems;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonArray;
import java.util.List;

/** Says what keeps a value from being a matrix. */
final class NotAMatrix {
    private static final String EXPECTED = "an array of rows, [[1, 2], [3, 4]]";

    private NotAMatrix() {}

    static void explain(JsonValue value, Place place) {
        if (value instanceof JsonArray array) {
            explain(array.items(), place);
        } else {
            OtherForms.explain(value, EXPECTED, place);
        }
    }

    private static void explain(List<JsonValue> rows, Place place) {
        if (rows.isEmpty()) {
            place.fault("must not be empty");
        }
        int columns = columnsOf(rows);
        for (int i = 0; i < rows.size(); i++) {
            explainRow(rows.get(i), columns, place.item(i));
        }
    }

    /** The length of the first row that has one: the others are measured by it. */
    private static int columnsOf(List<JsonValue> rows) {
        for (JsonValue row : rows) {
            List<JsonValue> items = JsonItems.of(row);
            if (items != null && !items.isEmpty()) {
                return items.size();
            }
        }
        return 0;
    }

    private static void explainRow(JsonValue row, int columns, Place place) {
        List<JsonValue> items = JsonItems.of(row);
        if (items == null) {
            place.fault("must be a row of numbers, got " + row.kind());
        } else if (items.isEmpty()) {
            place.fault("must not be empty");
        } else if (items.size() != columns) {
            place.fault("has " + items.size() + " numbers where the rows before have " + columns);
        } else {
            Entries.explain(items, place);
        }
    }
}
