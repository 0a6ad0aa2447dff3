package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonNumber;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import dev.gradlens.wire.json.JsonValue.JsonString;
import java.util.List;
import java.util.Set;

/** The numbers within a tensor, one by one. */
final class Entries {
    private static final String BEYOND = "is beyond the range of a double";
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private Entries() {}

    static boolean areFinite(JsonNumbers numbers, Place place) {
        boolean finite = true;
        for (int i = 0; i < numbers.values().length; i++) {
            if (Double.isInfinite(numbers.values()[i])) {
                place.item(i).fault(BEYOND);
                finite = false;
            }
        }
        return finite;
    }

    static boolean areFinite(JsonMatrix matrix, Place place) {
        boolean finite = true;
        for (int i = 0; i < matrix.values().length; i++) {
            if (Double.isInfinite(matrix.values()[i])) {
                place.item(i / matrix.columns()).item(i % matrix.columns()).fault(BEYOND);
                finite = false;
            }
        }
        return finite;
    }

    /** Names each item that is not a finite number. */
    static void explain(List<JsonValue> items, Place place) {
        for (int i = 0; i < items.size(); i++) {
            explain(items.get(i), place.item(i));
        }
    }

    private static void explain(JsonValue item, Place place) {
        if (item instanceof JsonNumber number) {
            explain(number, place);
        } else if (item instanceof JsonString string && NOT_FINITE.contains(string.text())) {
            place.fault("must be a finite number, got '" + string.text() + "'");
        } else {
            place.fault("must be a number, got " + item.kind());
        }
    }

    private static void explain(JsonNumber number, Place place) {
        if (number.isBeyondDouble()) {
            place.fault(BEYOND);
        }
    }
}
