package dev.gradlens.wire.json;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it was sent. Numbers in arrays, of which tensors have millions, are kept without an object each; one
 * beyond the range of a double is kept as an infinity, which cannot be meant otherwise since JSON has none.
 */
public sealed interface JsonValue {

    /** What this is, in a message: {@code got a string}. */
    default String kind() {
        return switch (this) {
            case JsonObject object -> "an object";
            case JsonArray array -> "an array";
            case JsonNumbers numbers -> "an array of numbers";
            case JsonMatrix matrix -> "a matrix of numbers";
            case JsonNumber number -> "a number";
            case JsonString string -> "a string";
            case JsonBoolean bool -> "a boolean";
            case JsonNull none -> "null";
        };
    }

    /**
     * Members by their names.
     *
     * @param members in the order of the text
     */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {}

    /** An array that is none of the two below: empty, mixed or ragged. */
    record JsonArray(List<JsonValue> items) implements JsonValue {}

    /**
     * An array of one number or more, and of nothing else.
     *
     * @param rounded the places, from 0, of numbers that read as 2⁵³ to 2⁶³ and are no {@code long} which a double holds
     *     exactly
     */
    record JsonNumbers(double[] values, BitSet rounded) implements JsonValue {
        /** Numbers of which none was rounded. */
        public JsonNumbers(double[] values) {
            this(values, new BitSet());
        }
    }

    /** An array of rows of the same length, at least 1×1. */
    record JsonMatrix(int columns, double[] values) implements JsonValue {
        public int rows() {
            return values.length / columns;
        }
    }

    /**
     * A number that stands alone.
     *
     * @param integer the exact value where it is an integer (1.0 is one) that fits
     */
    record JsonNumber(double value, @Nullable Long integer) implements JsonValue {
        static JsonNumber parse(String text) {
            double value = Double.parseDouble(text);
            return new JsonNumber(value, ExactInteger.of(text, value));
        }

        /** A number that was read as a double already. */
        public static JsonNumber of(double value) {
            return new JsonNumber(value, ExactInteger.of(value));
        }

        public boolean isBeyondDouble() {
            return Double.isInfinite(value);
        }
    }

    record JsonString(String text) implements JsonValue {}

    record JsonBoolean(boolean value) implements JsonValue {}

    record JsonNull() implements JsonValue {}
}
