package dev.gradlens.wire.json;

import dev.gradlens.wire.json.JsonValue.JsonArray;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonNumber;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Looks at any array one item at a time, whichever way it is kept; an item of a compact one is made when asked for. */
public final class JsonItems extends AbstractList<JsonValue> implements RandomAccess {
    private final int size;
    private final IntFunction<JsonValue> item;

    private JsonItems(int size, IntFunction<JsonValue> item) {
        this.size = size;
        this.item = item;
    }

    /** The items of an array, or null where the value is not an array. */
    public static @Nullable List<JsonValue> of(JsonValue value) {
        return switch (value) {
            case JsonArray array -> array.items();
            case JsonNumbers numbers -> ofNumbers(numbers.values());
            case JsonMatrix matrix -> new JsonItems(matrix.rows(), i -> row(matrix, i));
            case JsonValue.JsonObject object -> null;
            case JsonNumber number -> null;
            case JsonValue.JsonString string -> null;
            case JsonValue.JsonBoolean bool -> null;
            case JsonValue.JsonNull none -> null;
        };
    }

    static List<JsonValue> ofNumbers(double[] values) {
        return new JsonItems(values.length, i -> JsonNumber.of(values[i]));
    }

    private static JsonValue row(JsonMatrix matrix, int i) {
        int start = i * matrix.columns();
        return new JsonNumbers(Arrays.copyOfRange(matrix.values(), start, start + matrix.columns()));
    }

    @Override
    public JsonValue get(int index) {
        return item.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
