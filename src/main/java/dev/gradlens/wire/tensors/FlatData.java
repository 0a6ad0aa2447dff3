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
     * The numbers as the type has them, NaN where an entry is none, which then has been said; null where there are none
     * at all.
     */
    static double @Nullable [] read(JsonValue data, @Nullable Datatype datatype, Place tensor) {
        Place place = tensor.member(FlatForm.DATA);
        if (data instanceof JsonNumbers numbers) {
            return converted(numbers, datatype == null ? Datatype.FP64 : datatype, tensor);
        }
        if (data instanceof JsonArray array && !isNested(array)) {
            return Entries.numbers(array.items(), place);
        }
        String got = data instanceof JsonArray ? "arrays in an array" : data.kind();
        place.fault("must be one array of numbers, row by row, got " + got);
        return null;
    }

    private static boolean isNested(JsonArray array) {
        return !array.items().isEmpty() && JsonItems.of(array.items().getFirst()) != null;
    }

    private static double[] converted(JsonNumbers numbers, Datatype datatype, Place tensor) {
        double[] values = new double[numbers.values().length];
        for (int i = 0; i < values.length; i++) {
            double sent = numbers.values()[i];
            String objection = objection(sent, numbers.rounded().get(i), datatype);
            if (objection != null) {
                Form.FLAT.fault(tensor, 1, i, objection);
            }
            boolean single = datatype == Datatype.FP32;
            values[i] = objection != null ? Double.NaN : single ? (float) sent : sent;
        }
        return values;
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
