package dev.gradlens.wire.tensors;

import dev.gradlens.wire.Count;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.bind.Place;
import java.util.Base64;

/** Base64 strictly as section 4 of RFC 4648 has it: the standard alphabet, padded, no line breaks, no bits left over. */
final class Base64Text {
    private static final int GROUP = 4;

    private Base64Text() {}

    /** Whether a text is that; what is wrong is said. */
    static boolean isSound(String text, Place place) {
        int end = text.length() - padding(text);
        for (int i = 0; i < end; i++) {
            if (!isInAlphabet(text.charAt(i))) {
                String character = Character.toString(text.codePointAt(i));
                place.fault("holds %s at character %d (from 0), which is not of the standard alphabet"
                        .formatted(Echo.of(character), i));
                return false;
            }
        }
        return isComplete(text, place);
    }

    private static boolean isComplete(String text, Place place) {
        if (text.length() % GROUP != 0) {
            place.fault("has %s; padded with = it has a multiple of four"
                    .formatted(Count.of(text.length(), "character", "characters")));
            return false;
        }
        String last = text.substring(Math.max(0, text.length() - GROUP));
        boolean whole = Base64.getEncoder()
                .encodeToString(Base64.getDecoder().decode(last))
                .equals(last);
        if (!whole) {
            place.fault("ends in bits that belong to no byte");
        }
        return whole;
    }

    private static boolean isInAlphabet(char character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '+'
                || character == '/';
    }

    /** How many bytes a sound text stands for. */
    static int bytes(String text) {
        return text.length() / GROUP * 3 - padding(text);
    }

    private static int padding(String text) {
        return text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    }
}
