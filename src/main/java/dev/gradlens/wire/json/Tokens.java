package dev.gradlens.wire.json;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.UnreadableException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/** The tokens of a document; a text that has none to give ends in an {@link UnreadableException}. */
final class Tokens {
    private static final double TWO_TO_53 = 0x1p53;
    private static final double TWO_TO_63 = 0x1p63;

    private final JsonParser parser;

    Tokens(JsonParser parser) {
        this.parser = parser;
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
        double magnitude = Math.abs(value);
        if (magnitude < TWO_TO_53 || magnitude > TWO_TO_63) {
            return false;
        }
        Long exact = ExactInteger.of(parserText(), value);
        return exact == null || value == TWO_TO_63 || exact != (long) value;
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

    private static UnreadableException refusal(@Nullable TokenStreamLocation place, String reason) {
        int line = place == null ? 1 : Math.max(1, place.getLineNr());
        int column = place == null ? 1 : Math.max(1, place.getColumnNr());
        return new UnreadableException(line, column, reason);
    }
}
