package dev.gradlens.wire.arrays.safetensors;

import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.arrays.ArrayLimits;
import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.ArrayNames;
import dev.gradlens.wire.arrays.ArrayRefusedException;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.json.JsonValue.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of a file.
 *
 * @param members what it says of each tensor
 * @param response the text beside the tensors; null where there is none
 * @param end where it ends and the bytes of the tensors begin
 * @param length how many bytes those are
 */
record Header(Map<String, JsonValue> members, @Nullable String response, int end, int length) {
    /** The header, an entry and its shape lie in one another; metadata are strings. */
    private static final JsonReader JSON = new JsonReader(4);

    /** Bytes of memory to a byte of text: {@code "a":{},} becomes a map, a name and an object that holds it. */
    private static final long MEMORY_FACTOR = 32;

    static Header read(byte[] file, ArrayMemory memory) {
        ArrayLimits limits = memory.limits();
        int end = Long.BYTES + lengthOf(file, limits.header().toBytes());
        memory.reserve(end * MEMORY_FACTOR);
        JsonValue json = json(file, end);
        if (!(json instanceof JsonObject object) || file[Long.BYTES] != '{') {
            throw new ArrayRefusedException("has a header that is no object of JSON");
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        JsonValue metadata = members.remove(SafetensorsFormat.METADATA);
        refuseOddMetadata(metadata);
        if (members.size() > limits.count()) {
            throw new ArrayRefusedException(
                    "has " + members.size() + " tensors, and at most " + limits.count() + " are read");
        }
        return new Header(members, response(metadata), end, file.length - end);
    }

    private static int lengthOf(byte[] file, long most) {
        if (file.length < Long.BYTES) {
            throw new ArrayRefusedException("is shorter than the length of its header: it may be cut off");
        }
        long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > most) {
            throw new ArrayRefusedException("says that its header has " + Long.toUnsignedString(length)
                    + " bytes, and at most " + most + " are read");
        }
        if (length > file.length - Long.BYTES) {
            throw new ArrayRefusedException("ends within its header: it may be cut off");
        }
        return (int) length;
    }

    private static JsonValue json(byte[] file, int end) {
        try {
            return JSON.read(new ByteArrayInputStream(file, Long.BYTES, end - Long.BYTES));
        } catch (UnreadableException broken) {
            throw new ArrayRefusedException("has a header that is not JSON, at line %d, column %d: %s"
                    .formatted(broken.line(), broken.column(), broken.sentence()));
        }
    }

    private static void refuseOddMetadata(@Nullable JsonValue metadata) {
        boolean strings = metadata == null
                || (metadata instanceof JsonObject object
                        && object.members().values().stream().allMatch(JsonString.class::isInstance));
        if (!strings) {
            throw new ArrayRefusedException("has " + SafetensorsFormat.METADATA + " that are no object of strings");
        }
    }

    private static @Nullable String response(@Nullable JsonValue metadata) {
        JsonValue response =
                metadata instanceof JsonObject object ? object.members().get(SafetensorsFormat.RESPONSE) : null;
        return response instanceof JsonString(String text) ? text : null;
    }

    /** What is said of each tensor, but for those of which it is said wrongly. */
    List<Entry> entries(Place arrays) {
        List<Entry> entries = new ArrayList<>();
        members.forEach((name, value) -> {
            ArrayNames.checked(name);
            try {
                entries.add(Entry.read(name, value, length));
            } catch (ArrayRefusedException refused) {
                arrays.member(name).fault(refused.reason());
            }
        });
        return entries;
    }
}
