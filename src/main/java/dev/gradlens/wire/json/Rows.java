package dev.gradlens.wire.json;

import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import java.util.ArrayList;
import java.util.List;

/** The rows of a matrix while it is read: closed ones of equal length, and the numbers of one that is still open. */
final class Rows {
    private final Doubles numbers = new Doubles();
    private int columns;
    private int closed;

    Doubles numbers() {
        return numbers;
    }

    /** Closes the open row if it is as long as the others; a first row is if it is not empty. */
    boolean close() {
        int length = numbers.size() - closed;
        if (closed == 0) {
            columns = length;
        }
        boolean fits = length > 0 && length == columns;
        closed = fits ? numbers.size() : closed;
        return fits;
    }

    int count() {
        return closed == 0 ? 0 : closed / columns;
    }

    /** Takes the numbers of the open row away. */
    double[] takeOpen() {
        double[] open = numbers.from(closed);
        numbers.truncate(closed);
        return open;
    }

    JsonMatrix matrix() {
        return new JsonMatrix(columns, numbers.toArray());
    }

    /** The closed rows as values of their own, for an array that turned out not to be a matrix. */
    List<JsonValue> split() {
        List<JsonValue> rows = new ArrayList<>();
        for (int start = 0; start < closed; start += columns) {
            rows.add(new JsonNumbers(numbers.range(start, start + columns)));
        }
        return rows;
    }
}
