package dev.gradlens.wire.json;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.json.JsonValue.JsonBoolean;
import dev.gradlens.wire.json.JsonValue.JsonNull;
import dev.gradlens.wire.json.JsonValue.JsonNumber;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.json.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Makes a tree of the tokens of one document. */
final class TreeReader {
    /**
     * Objects, strings and whatever else is kept one by one: a body of {@code [{},{},…} would take thirty times its
     * size in memory.
     */
    private static final int VALUES = 1_000_000;

    private final Tokens tokens;
    private final ArrayReader arrays;
    private final int nesting;
    private int depth;
    private int values;

    TreeReader(Tokens tokens, int nesting) {
        this.tokens = tokens;
        this.arrays = new ArrayReader(tokens, this);
        this.nesting = nesting;
    }

    JsonValue document() {
        JsonToken first = tokens.next();
        if (first == null) {
            throw tokens.refusal("The body is empty; a JSON document is expected.");
        }
        JsonValue document = value(first);
        if (tokens.next() != null) {
            throw tokens.refusal("There is something after the end of the document.");
        }
        return document;
    }

    JsonValue value(@Nullable JsonToken token) {
        count(1);
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> arrays.read();
            case VALUE_STRING -> new JsonString(tokens.text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonNumber.parse(tokens.text());
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL -> new JsonNull();
            case null, default -> throw tokens.refusal("A value is expected here.");
        };
    }

    void count(int more) {
        values += more;
        if (values > VALUES) {
            throw tokens.refusal("The document holds more than " + VALUES + " values that are not numbers in arrays.");
        }
    }

    private JsonObject object() {
        enter();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (tokens.next() == JsonToken.PROPERTY_NAME) {
            String name = tokens.name();
            if (members.containsKey(name)) {
                throw tokens.refusal("The key " + Echo.of(name) + " stands twice in one object.");
            }
            members.put(name, value(tokens.next()));
        }
        leave();
        return new JsonObject(members);
    }

    void enter() {
        if (++depth > nesting) {
            throw tokens.refusal("Arrays and objects lie more than " + nesting + " deep in one another.");
        }
    }

    void leave() {
        depth--;
    }
}
