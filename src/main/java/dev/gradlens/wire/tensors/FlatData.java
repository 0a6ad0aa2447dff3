package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonItems;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonArray;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a flat tensor that are in JSON. */
final class FlatData {
    private FlatData() {}

    /**
     * The numbers as the type has them, not finite where an entry is no number that is taken, which then has been said; null
     * where there are none at all.
     */
    static double @Nullable [] read(JsonValue data, @Nullable Datatype datatype, NonFinite nonFinite, Place tensor) {
        Place place = tensor.member(FlatForm.DATA);
        if (data instanceof JsonNumbers numbers) {
            return converted(numbers, orDouble(datatype), tensor);
        }
        if (data instanceof JsonArray array && !isNested(array)) {
            double[] numbers = Entries.numbers(array.items(), nonFinite, place);
            return place.isSound() ? mixed(numbers, orDouble(datatype), tensor) : numbers;
        }
        String got = data instanceof JsonArray ? "arrays in an array" : data.kind();
        place.fault("must be one array of numbers, row by row, got " + got);
        return null;
    }

    private static boolean isNested(JsonArray array) {
        return !array.items().isEmpty() && JsonItems.of(array.items().getFirst()) != null;
    }

    private static Datatype orDouble(@Nullable Datatype datatype) {
        return datatype == null ? Datatype.FP64 : datatype;
    }

    /** Numbers some of which are not finite, which only integers cannot be. */
    private static double[] mixed(double[] numbers, Datatype datatype, Place tensor) {
        double[] values = numbers.clone();
        for (int i = 0; i < values.length; i++) {
            boolean taken = !Double.isFinite(numbers[i]) && datatype != Datatype.INT64;
            values[i] = taken ? numbers[i] : converted(numbers[i], false, i, datatype, tensor);
        }
        return values;
    }

    private static double[] converted(JsonNumbers numbers, Datatype datatype, Place tensor) {
        double[] values = numbers.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = converted(values[i], numbers.rounded().get(i), i, datatype, tensor);
        }
        return values;
    }

    private static double converted(double sent, boolean rounded, int entry, Datatype datatype, Place tensor) {
        String objection = objection(sent, rounded, datatype);
        if (objection != null) {
            Form.FLAT.fault(tensor, 1, entry, objection);
            return Double.NaN;
        }
        return datatype == Datatype.FP32 ? (float) sent : sent;
    }

    private static @Nullable String objection(double sent, boolean rounded, Datatype datatype) {
        if (Double.isInfinite(sent)) {
            return Entries.BEYOND;
        }
        return switch (datatype) {
            case FP64 -> null;
            case FP32 -> Float.isInfinite((float) sent) ? "is beyond the range of FP32" : null;
            case INT64 -> objectionToInteger(sent, rounded);
        };
    }

    private static @Nullable String objectionToInteger(double sent, boolean rounded) {
        if (sent != Math.rint(sent)) {
            return "must be an integer, got " + sent;
        }
        boolean exact = !rounded && sent >= Long.MIN_VALUE && sent < -(double) Long.MIN_VALUE;
        return exact ? null : Datatype.NO_DOUBLE + sent;
    }
}
