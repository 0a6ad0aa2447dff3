package dev.gradlens.wire.json;

import static tools.jackson.core.JsonToken.END_ARRAY;
import static tools.jackson.core.JsonToken.START_ARRAY;
import static tools.jackson.core.JsonToken.VALUE_NUMBER_FLOAT;
import static tools.jackson.core.JsonToken.VALUE_NUMBER_INT;

import dev.gradlens.wire.json.JsonValue.JsonArray;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads arrays: as a vector or a matrix of numbers for as long as that is what they are, and as a list from there on. */
final class ArrayReader {
    private final Tokens tokens;
    private final TreeReader tree;

    ArrayReader(Tokens tokens, TreeReader tree) {
        this.tokens = tokens;
        this.tree = tree;
    }

    /** Reads an array of which the bracket was read. */
    JsonValue read() {
        tree.enter();
        JsonValue array = items();
        tree.leave();
        return array;
    }

    private JsonValue items() {
        Doubles numbers = new Doubles();
        tokens.plainNumbers(numbers);
        JsonToken first = tokens.next();
        if (first == START_ARRAY) {
            return rows();
        }
        JsonToken next = numbersInto(numbers, first);
        return goOn(new JsonNumbers(numbers.toArray(), numbers.rounded()), next);
    }

    private @Nullable JsonToken numbersInto(Doubles numbers, @Nullable JsonToken first) {
        JsonToken token = first;
        while (token == VALUE_NUMBER_FLOAT || token == VALUE_NUMBER_INT) {
            double number = tokens.number();
            numbers.add(number, tokens.isRounded(number));
            token = tokens.next();
        }
        return token;
    }

    /** An array that began with these numbers and goes on with another token. */
    private JsonValue goOn(JsonNumbers numbers, @Nullable JsonToken next) {
        double[] values = numbers.values();
        if (next == END_ARRAY && values.length > 0) {
            return numbers;
        }
        tree.count(values.length);
        return items(new ArrayList<>(JsonItems.ofNumbers(values)), next);
    }

    private JsonArray items(List<JsonValue> items, @Nullable JsonToken next) {
        for (JsonToken token = next; token != END_ARRAY; token = tokens.next()) {
            items.add(tree.value(token));
        }
        return new JsonArray(items);
    }

    private JsonValue rows() {
        Rows rows = new Rows();
        JsonToken token = START_ARRAY;
        while (token == START_ARRAY) {
            JsonValue odd = row(rows);
            token = tokens.next();
            if (odd != null) {
                return items(split(rows, odd), token);
            }
        }
        return token == END_ARRAY ? rows.matrix() : items(split(rows), token);
    }

    /** Reads a row into the matrix and gives null, or gives it back if it is not one of numbers as long as the others. */
    private @Nullable JsonValue row(Rows rows) {
        tree.enter();
        tokens.plainRows(rows);
        JsonToken next = numbersInto(rows.numbers(), tokens.next());
        boolean fits = next == END_ARRAY && rows.close();
        JsonValue odd = fits ? null : odd(rows.takeOpen(), next);
        tree.leave();
        return odd;
    }

    private JsonValue odd(double[] begun, @Nullable JsonToken next) {
        return begun.length == 0 && next == START_ARRAY ? rows() : goOn(new JsonNumbers(begun), next);
    }

    private List<JsonValue> split(Rows rows, JsonValue... more) {
        tree.count(rows.count());
        List<JsonValue> items = rows.split();
        items.addAll(List.of(more));
        return items;
    }
}
