package dev.gradlens.wire.arrays.safetensors;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.arrays.ArrayRefusedException;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.json.JsonItems;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonNumber;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the header says of a tensor.
 *
 * @param name of the tensor
 * @param datatype of its numbers
 * @param shape its lengths
 * @param begin its first byte, from the end of the header on
 * @param end behind its last byte
 */
record Entry(String name, Datatype datatype, Shape shape, long begin, long end) {
    private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");
    /** By their names in the format, which are ours. */
    private static final Map<String, Datatype> DATATYPES =
            Stream.of(Datatype.values()).collect(Collectors.toUnmodifiableMap(Datatype::name, Function.identity()));

    private static final String READ =
            Stream.of(Datatype.values()).map(Datatype::name).collect(Collectors.joining(", "));

    /** Reads it, of a file that has so many bytes behind its header. */
    static Entry read(String name, JsonValue value, long length) {
        if (!(value instanceof JsonObject object) || !object.members().keySet().equals(FIELDS)) {
            throw new ArrayRefusedException("is described by something else than dtype, shape and data_offsets");
        }
        Map<String, JsonValue> fields = object.members();
        Datatype datatype = datatype(fields.get("dtype"));
        Shape shape = new Shape(integers(fields.get("shape"), "shape"));
        List<Long> offsets = integers(fields.get("data_offsets"), "data_offsets");
        if (offsets.size() != 2) {
            throw new ArrayRefusedException("has data_offsets that are not two");
        }
        Entry entry = new Entry(name, datatype, shape, offsets.getFirst(), offsets.getLast());
        entry.refuseOdd(length);
        return entry;
    }

    private void refuseOdd(long length) {
        if (begin > end || end > length) {
            throw new ArrayRefusedException("has data_offsets from %d to %d, which is no part of the %d bytes there are"
                    .formatted(begin, end, length));
        }
        long bytes = end - begin;
        long count = shape.count();
        if (count > bytes / datatype.width() || count * datatype.width() != bytes) {
            throw new ArrayRefusedException("has %d bytes for %s of %s, which takes %d bytes a number"
                    .formatted(bytes, shape, datatype, datatype.width()));
        }
    }

    private static Datatype datatype(@Nullable JsonValue dtype) {
        String name = dtype instanceof JsonString(String text) ? text : "";
        Datatype datatype = DATATYPES.get(name);
        if (datatype == null) {
            throw new ArrayRefusedException(
                    "has the dtype " + Echo.of(name) + ", which is not read; those read are " + READ);
        }
        return datatype;
    }

    private static List<Long> integers(@Nullable JsonValue value, String field) {
        List<JsonValue> items = value == null ? null : JsonItems.of(value);
        List<Long> integers = new ArrayList<>();
        for (JsonValue item : items == null ? List.<JsonValue>of() : items) {
            if (item instanceof JsonNumber number && number.integer() != null && number.integer() >= 0) {
                integers.add(number.integer());
            }
        }
        if (items == null || integers.size() != items.size()) {
            throw new ArrayRefusedException("has a " + field + " that is no array of integers from 0 on");
        }
        return integers;
    }
}
