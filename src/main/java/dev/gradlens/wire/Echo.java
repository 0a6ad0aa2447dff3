package dev.gradlens.wire;

/** Shows what a client sent in a message to that client: quoted, cut, and with nothing in it that acts on a terminal. */
public final class Echo {
    private static final int SHOWN = 80;

    private Echo() {}

    /** {@code 'text'}, of which at most 80 characters are shown. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.codePoints().limit(SHOWN).forEach(character -> append(shown, character));
        return shown.append(text.codePointCount(0, text.length()) > SHOWN ? "…'" : "'")
                .toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (isPlain(character)) {
            shown.appendCodePoint(character);
        } else {
            shown.append(String.format(character > 0xffff ? "\\u{%x}" : "\\u%04x", character));
        }
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
