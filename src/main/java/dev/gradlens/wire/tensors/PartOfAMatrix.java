package dev.gradlens.wire.tensors;

import dev.gradlens.wire.Count;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonItems;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what keeps a value from being a matrix, and keeps what can be read where every row has the same length. */
final class PartOfAMatrix {
    private static final String EXPECTED = "an array of rows, [[1, 2], [3, 4]]";

    private PartOfAMatrix() {}

    static @Nullable MatrixInput read(JsonValue value, NonFinite nonFinite, Place place) {
        if (value instanceof JsonArray array) {
            return read(array.items(), nonFinite, place);
        }
        place.fault("must be " + EXPECTED + ", got " + value.kind());
        return null;
    }

    private static @Nullable MatrixInput read(List<JsonValue> rows, NonFinite nonFinite, Place place) {
        if (rows.isEmpty()) {
            place.fault("must not be empty");
            return null;
        }
        int columns = columnsOf(rows);
        List<double[]> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double[] row = row(rows.get(i), columns, nonFinite, place.item(i));
            if (row != null) {
                read.add(row);
            }
        }
        return read.size() == rows.size() ? joined(read, columns) : null;
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

    private static double @Nullable [] row(JsonValue row, int columns, NonFinite nonFinite, Place place) {
        List<JsonValue> items = JsonItems.of(row);
        if (items == null) {
            place.fault("must be a row of numbers, got " + row.kind());
        } else if (items.isEmpty()) {
            place.fault("must not be empty");
        } else if (items.size() != columns) {
            place.fault(
                    "has " + Count.of(items.size(), "number", "numbers") + " where the rows before have " + columns);
        } else {
            return Entries.numbers(items, nonFinite, place);
        }
        return null;
    }

    private static MatrixInput joined(List<double[]> rows, int columns) {
        double[] values = new double[Math.multiplyExact(rows.size(), columns)];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, values, i * columns, columns);
        }
        return new MatrixInput(rows.size(), columns, values, Form.ROWS);
    }
}
