package dev.gradlens.dataset.web;

import dev.gradlens.dataset.generator.Drawing;
import dev.gradlens.wire.NameRule;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Drawing} of a request. */
final class GenerationReader {
    private static final int SIZE = 200;

    private final GenerationForm form;
    private final Place root;

    private GenerationReader(GenerationForm form, Place root) {
        this.form = form;
        this.root = root;
    }

    /** What is to be drawn, and what it is called. */
    record Read(Drawing drawing, String name) {}

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong
     */
    static Read read(Posted<GenerationForm> posted) {
        return new GenerationReader(posted.value(), Place.root(posted.faults())).read();
    }

    private Read read() {
        int classes = Objects.requireNonNullElse(form.classes(), GeneratorName.CLASSES);
        int size = Objects.requireNonNullElse(form.size(), SIZE);
        checkClasses(form.generator(), classes);
        if (size < classes) {
            root.member("size").fault("must be at least %d, a row for each class, got %d".formatted(classes, size));
        }
        NameRule.check(form.name(), Pointer.of("name"), root.faults());
        root.faults().throwIfAny();
        GeneratorName generator = form.generator();
        Drawing drawing = new Drawing(
                generator.figure(classes),
                size,
                Objects.requireNonNullElse(form.noise(), generator.noise()),
                Objects.requireNonNullElse(form.offset(), 0.0),
                Objects.requireNonNullElse(form.seed(), 0L));
        return new Read(drawing, Objects.requireNonNullElse(form.name(), WireNames.of(generator)));
    }

    private void checkClasses(@Nullable GeneratorName generator, int classes) {
        if (generator != null && !generator.takesClasses() && classes != GeneratorName.CLASSES) {
            root.member("classes")
                    .fault("must be %d, as %s always have; only spiral and blobs take another number, got %d"
                            .formatted(GeneratorName.CLASSES, WireNames.of(generator), classes));
        }
    }
}
