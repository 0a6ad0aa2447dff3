package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Mistake;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The right line for one tensor, and the wrong ones that people write in its place. */
final class Lines {

    private record Wrong(Mistake mistake, Optional<Integer> reading) {}

    private final Line right;
    private final Map<Wrong, Line> wrong = new LinkedHashMap<>();

    private Lines(Line right) {
        this.right = right;
    }

    static Lines right(Line right) {
        return new Lines(right);
    }

    /** Adds the first reading of a mistake. */
    Lines wrong(Mistake mistake, Line line) {
        return wrong(mistake, 0, line);
    }

    Lines wrong(Mistake mistake, int reading, Line line) {
        wrong.put(new Wrong(mistake, Optional.of(reading)), line);
        return this;
    }

    /** Adds a line that looks at the reading itself. */
    Lines wrongInAnyReading(Mistake mistake, Line line) {
        wrong.put(new Wrong(mistake, Optional.empty()), line);
        return this;
    }

    boolean areWrongOn(Sheet x) {
        return planted(x).isPresent();
    }

    /** The wrong line that is planted in this layer, or the right one. */
    Grid on(Sheet x) {
        return planted(x).orElse(right).on(x);
    }

    private Optional<Line> planted(Sheet x) {
        return wrong.entrySet().stream()
                .filter(line -> x.makes(line.getKey().mistake(), line.getKey().reading()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
