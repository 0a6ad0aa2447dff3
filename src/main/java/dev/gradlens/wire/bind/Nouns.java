package dev.gradlens.wire.bind;

import java.util.Locale;

/** What a type is called in messages. */
final class Nouns {
    private Nouns() {}

    /** {@code a batch normalization}. */
    static String of(Class<?> type) {
        Called called = type.getAnnotation(Called.class);
        return called != null ? called.value() : withArticle(words(type.getSimpleName()));
    }

    private static String words(String typeName) {
        String noun = typeName.replaceFirst("(?<=.)(Input|Form)$", "");
        return noun.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }
}
