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
    static final String BEYOND = "is beyond the range of a double";
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private Entries() {}

    static void requireFinite(JsonNumbers numbers, Place place) {
        for (int i = 0; i < numbers.values().length; i++) {
            if (Double.isInfinite(numbers.values()[i])) {
                place.item(i).fault(BEYOND);
            }
        }
    }

    static void requireFinite(JsonMatrix matrix, Place place) {
        for (int i = 0; i < matrix.values().length; i++) {
            if (Double.isInfinite(matrix.values()[i])) {
                place.item(i / matrix.columns()).item(i % matrix.columns()).fault(BEYOND);
            }
        }
    }

    /** The numbers that items are, as {@link #number} has them. */
    static double[] numbers(List<JsonValue> items, NonFinite nonFinite, Place place) {
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(items.get(i), nonFinite, place.item(i));
        }
        return numbers;
    }

    /**
     * The number that an item is. One that is not finite where it is no number that is taken, which then is said; a string that
     * stands for such a one where those are taken.
     */
    static double number(JsonValue item, NonFinite nonFinite, Place place) {
        if (item instanceof JsonNumber number) {
            if (number.isBeyondDouble()) {
                place.fault(BEYOND);
            }
            return number.value();
        }
        if (item instanceof JsonString string && NOT_FINITE.contains(string.text())) {
            return notFinite(Double.parseDouble(string.text()), nonFinite, place);
        }
        place.fault("must be " + nonFinite.expected() + ", got " + item.kind());
        return Double.NaN;
    }

    private static double notFinite(double value, NonFinite nonFinite, Place place) {
        if (nonFinite == NonFinite.REFUSED) {
            place.fault("must be a finite number, got '" + value + "'");
        }
        return value;
    }
}
