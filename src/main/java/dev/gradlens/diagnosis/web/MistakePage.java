package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.diagnosis.Mistake;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mistake of the catalogue, explained. The lines are NumPy's, with examples in rows, every gradient of J, and
 * {@code s = np.sqrt(sigma2 + eps)}.
 *
 * @param id its code, stable for ever
 * @param slug a few words in place of the code
 * @param title a short phrase
 * @param tensor what it makes wrong, as a rule
 * @param formula the line as it was probably written, or a few; what is not shown is taken to be right
 * @param correction the same, as it should be
 * @param explanation why it is wrong
 * @param effect what it does to training
 * @param seen where people really made it, if that is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MistakePage(
        String id,
        String slug,
        String title,
        String tensor,
        String formula,
        String correction,
        String explanation,
        String effect,
        @Nullable String seen) {

    private static final String SEEN = "seen";
    private static final Set<String> FIELDS = Set.of("title", "formula", "correction", "explanation", "effect", SEEN);

    /** @throws IllegalArgumentException where a text is missing or blank, or one is of no field */
    static MistakePage of(Mistake mistake, Map<String, String> texts) {
        if (!FIELDS.containsAll(texts.keySet())) {
            throw new IllegalArgumentException(
                    "%s has %s, but only %s are known".formatted(mistake, texts.keySet(), FIELDS));
        }
        return new MistakePage(
                mistake.name(),
                mistake.slug(),
                text(mistake, texts, "title"),
                StepNames.of(mistake.step()),
                text(mistake, texts, "formula"),
                text(mistake, texts, "correction"),
                text(mistake, texts, "explanation"),
                text(mistake, texts, "effect"),
                texts.containsKey(SEEN) ? text(mistake, texts, SEEN) : null);
    }

    private static String text(Mistake mistake, Map<String, String> texts, String field) {
        String text = texts.getOrDefault(field, "");
        if (text.isBlank()) {
            throw new IllegalArgumentException("%s has no %s".formatted(mistake, field));
        }
        return text;
    }
}
