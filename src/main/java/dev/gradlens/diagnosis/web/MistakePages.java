package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Mistake;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page for every mistake of the catalogue. */
final class MistakePages {
    private final Map<Mistake, MistakePage> pages = new EnumMap<>(Mistake.class);

    /**
     * Puts the texts of all mistakes to their ids.
     *
     * @param texts by id, then by field
     * @throws IllegalArgumentException where a mistake has no page, a page no mistake, or a page is not whole
     */
    MistakePages(Map<String, Map<String, String>> texts) {
        requireAll(texts.keySet());
        texts.forEach((id, page) -> {
            Mistake mistake = Mistake.valueOf(id);
            pages.put(mistake, MistakePage.of(mistake, page));
        });
    }

    private static void requireAll(Set<String> ids) {
        Set<String> known = Stream.of(Mistake.values()).map(Mistake::name).collect(Collectors.toSet());
        if (!ids.equals(known)) {
            throw new IllegalArgumentException("the pages are those of %s, the mistakes %s".formatted(ids, known));
        }
    }

    MistakePage of(Mistake mistake) {
        return Objects.requireNonNull(pages.get(mistake));
    }

    Optional<MistakePage> find(String id) {
        return all().stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /** In the order of the catalogue. */
    List<MistakePage> all() {
        return List.copyOf(pages.values());
    }
}
