package dev.gradlens.wire.json;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/** The tokens of a document; a text that has none to give ends in an {@link UnreadableException}. */
final class Tokens {
    private final JsonParser parser;
    private final PlainNumbers plain;
    private final Places places = new Places();

    Tokens(JsonParser parser, PlainNumbers plain) {
        this.parser = parser;
        this.plain = plain;
    }

    /**
     * Reads numbers of the array of which the bracket was the last token, past the tokenizer, which goes on with the first
     * that is left. There may be any number left; one at least unless it is followed by the closing bracket.
     */
    void plainNumbers(Doubles numbers) {
        skipping(() -> plain.read(numbers));
    }

    /** The same for a row of a matrix and further ones of its length, all of which but the last are closed. */
    void plainRows(Rows rows) {
        skipping(() -> plain.read(rows));
    }

    private void skipping(Reading reading) {
        try {
            reading.read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (plain.passed().taken() > 0) {
            places.skip(parser.currentLocation(), plain.passed());
        }
    }

    /** Of numbers. */
    private interface Reading {
        void read() throws IOException;
    }

    /** The next token, null at the end of the document. */
    @Nullable
    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonIOException interrupted) {
            throw interrupted(interrupted);
        } catch (JacksonException broken) {
            throw refusal(broken.getLocation(), Reasons.of(broken));
        }
    }

    String text() {
        return wellFormed(parserText());
    }

    String name() {
        return wellFormed(parser.currentName());
    }

    double number() {
        try {
            return parser.getDoubleValue();
        } catch (JacksonException broken) {
            throw refusal(parser.currentTokenLocation(), Reasons.of(broken));
        }
    }

    /** Whether the number that was read last, from 2⁵³ to 2⁶³, is no {@code long} that a double holds exactly. */
    boolean isRounded(double value) {
        return ExactInteger.mayBeRounded(value) && ExactInteger.isRounded(parserText(), value);
    }

    /** A refusal that points at the token that was read last. */
    UnreadableException refusal(String reason) {
        return refusal(parser.currentTokenLocation(), reason);
    }

    private String parserText() {
        try {
            return parser.getString();
        } catch (JacksonIOException interrupted) {
            throw interrupted(interrupted);
        } catch (JacksonException broken) {
            throw refusal(broken.getLocation(), Reasons.of(broken));
        }
    }

    /** Half of a surrogate pair, written as an escape, is no character, and could not be written back. */
    private String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && Character.charCount(text.codePointAt(i)) == 1) {
                throw refusal("The string " + Echo.of(text) + " holds half of a surrogate pair.");
            }
            i += Character.charCount(text.codePointAt(i)) - 1;
        }
        return text;
    }

    private RuntimeException interrupted(JacksonIOException reading) {
        return reading.getCause() instanceof NotUtf8Exception
                ? refusal(parser.currentLocation(), "The text is not UTF-8 from here on.")
                : new UncheckedIOException(reading.getCause());
    }

    private UnreadableException refusal(@Nullable TokenStreamLocation place, String reason) {
        return place == null
                ? new UnreadableException(1, 1, reason)
                : new UnreadableException(places.line(place), places.column(place), reason);
    }
}
