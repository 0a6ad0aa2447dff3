package dev.gradlens.wire.json;

import dev.gradlens.wire.Echo;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in our words why a text is not JSON; the tokenizer's own messages name classes and settings. */
final class Reasons {
    private static final Pattern CHARACTER = Pattern.compile("^Unexpected character \\(.*?\\(code (\\d+)");
    private static final Pattern CONTROL = Pattern.compile("^Illegal unquoted character");
    private static final Pattern ESCAPE =
            Pattern.compile("^Unrecognized character escape|in character escape sequence");
    private static final Pattern TOKEN = Pattern.compile("^Unrecognized token '(.*?)'", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?i)numeric value|non-standard token|leading zero");

    private Reasons() {}

    static String of(JacksonException broken) {
        return switch (broken) {
            case UnexpectedEndOfInputException end -> "The document ends before it is complete.";
            case StreamConstraintsException over -> "A number, a name or a string is longer than is allowed here.";
            default -> ofMessage(Objects.requireNonNullElse(broken.getOriginalMessage(), ""));
        };
    }

    private static String ofMessage(String message) {
        Matcher character = CHARACTER.matcher(message);
        Matcher token = TOKEN.matcher(message);
        if (character.find()) {
            return "The character " + Echo.of(Character.toString(Integer.parseInt(character.group(1))))
                    + " cannot stand here.";
        } else if (token.find()) {
            return Echo.of(token.group(1))
                    + " is not JSON: true, false, null, a number or a quoted string is expected.";
        }
        return otherwise(message);
    }

    private static String otherwise(String message) {
        if (CONTROL.matcher(message).find()) {
            return "A control character in a string has to be escaped.";
        } else if (ESCAPE.matcher(message).find()) {
            return "A backslash begins an escape that JSON does not have.";
        } else if (NUMBER.matcher(message).find()) {
            return "This is not a number as JSON writes it: finite, without leading zeros or a plus sign.";
        }
        return "This is not JSON.";
    }
}
