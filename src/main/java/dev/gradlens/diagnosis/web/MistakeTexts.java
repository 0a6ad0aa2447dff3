package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the texts of mistakes, by id and then by field: YAML, for whoever edits them, a file for each group. */
final class MistakeTexts {
    private MistakeTexts() {}

    /** Those of the whole catalogue, as they are shipped. */
    static Map<String, Map<String, String>> shipped() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        groups().forEach(group -> all.putAll(read(new ClassPathResource("mistakes/" + group + ".yaml"))));
        return all;
    }

    /** The letters that ids begin with. */
    private static List<String> groups() {
        return Stream.of(Mistake.values())
                .map(mistake -> mistake.name().substring(0, 1))
                .distinct()
                .toList();
    }

    private static Map<String, Map<String, String>> read(ClassPathResource file) {
        try (InputStream yaml = file.getInputStream()) {
            return read(yaml);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** @throws RuntimeException where it is no YAML, has an id or a field twice, or holds anything but texts by name by id */
    static Map<String, Map<String, String>> read(InputStream yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object document = new Yaml(new SafeConstructor(options)).load(yaml);
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        members(document).forEach((id, page) -> texts.put(id, page(page)));
        return texts;
    }

    private static Map<String, String> page(Object page) {
        Map<String, String> texts = new LinkedHashMap<>();
        members(page).forEach((field, text) -> texts.put(field, text(text)));
        return texts;
    }

    private static Map<String, Object> members(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("%s stands where members are expected".formatted(value));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(text(name), member));
        return members;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("%s stands where a text is expected".formatted(value));
    }
}
