package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.arrays.ArrayRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the few literals of Python of which the header of a {@code .npy} is made: a dictionary with strings for keys, and in
 * it strings without escapes, True, False and tuples of integers.
 */
final class LiteralParser {
    /** One digit less than the largest {@code long} has. */
    private static final int DIGITS = 18;

    private static final char NONE = 0;

    private final String text;
    private int next;

    LiteralParser(String text) {
        this.text = text;
    }

    /** The dictionary, which has to be all of the text but for white space; only the structure where one comes. */
    Map<String, Literal> dictionary() {
        expect('{');
        Map<String, Literal> members = new LinkedHashMap<>();
        while (!skips('}')) {
            String key = string();
            expect(':');
            Literal value = value();
            if (members.put(key, value) != null) {
                throw broken();
            }
            if (value instanceof Literal.Structure) {
                return Map.of(key, value);
            }
            endItem('}');
        }
        if (peek() != NONE || next < text.length()) {
            throw broken();
        }
        return members;
    }

    private Literal value() {
        return switch (peek()) {
            case '\'', '"' -> new Literal.Text(string());
            case '(' -> tuple();
            case '[' -> new Literal.Structure();
            default -> truth();
        };
    }

    private Literal truth() {
        for (boolean value : new boolean[] {true, false}) {
            String word = value ? "True" : "False";
            if (text.startsWith(word, next)) {
                next += word.length();
                return new Literal.Truth(value);
            }
        }
        throw broken();
    }

    private Literal tuple() {
        expect('(');
        List<Long> items = new ArrayList<>();
        while (!skips(')')) {
            items.add(integer());
            boolean only = items.size() == 1 && peek() == ')';
            if (only) { // (3) is a number in brackets
                throw broken();
            }
            endItem(')');
        }
        return new Literal.Tuple(items);
    }

    private long integer() {
        peek();
        int start = next;
        while (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
            next++;
        }
        int digits = next - start;
        if (digits == 0 || (digits > 1 && text.charAt(start) == '0')) {
            throw broken();
        }
        if (digits > DIGITS) {
            throw new ArrayRefusedException("has a shape with a side of " + Echo.of(text.substring(start, next))
                    + ", more than can be counted");
        }
        return Long.parseLong(text, start, next, 10);
    }

    private String string() {
        char quote = peek();
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, next + 1) : -1;
        if (end < 0 || text.substring(next, end).contains("\\")) {
            throw broken();
        }
        String string = text.substring(next + 1, end);
        next = end + 1;
        return string;
    }

    /** A comma, or the end of what holds the items. */
    private void endItem(char end) {
        if (!skips(',') && peek() != end) {
            throw broken();
        }
    }

    private void expect(char character) {
        if (!skips(character)) {
            throw broken();
        }
    }

    private boolean skips(char character) {
        boolean here = peek() == character;
        next += here ? 1 : 0;
        return here;
    }

    /** The next character that is no white space; 0 at the end. */
    private char peek() {
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next < text.length() ? text.charAt(next) : NONE;
    }

    private static ArrayRefusedException broken() {
        return new ArrayRefusedException(
                "has a header that is no dictionary as NumPy writes it: {'descr': '<f8', 'fortran_order': False,"
                        + " 'shape': (3, 4), }");
    }
}
