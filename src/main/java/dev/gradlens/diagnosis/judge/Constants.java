package dev.gradlens.diagnosis.judge;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Constants that a backward pass is likely to hold, by how one writes them. */
final class Constants {
    private final Map<String, Double> known = new LinkedHashMap<>();

    /**
     * For m values that are normalized together.
     */
    Constants(double m) {
        put("1", 1);
        put("2", 2);
        put("½", 0.5);
        put("m", m);
        put("1/m", 1 / m);
        if (m > 1) {
            put("m/(m-1)", m / (m - 1));
            put("(m-1)/m", (m - 1) / m);
            put("m-1", m - 1);
            put("1/(m-1)", 1 / (m - 1));
        }
        put("m²", m * m);
        put("1/m²", 1 / (m * m));
        put("2m", 2 * m);
        put("2/m", 2 / m);
        put("m/2", m / 2);
        put("1/(2m)", 1 / (2 * m));
        put("√m", Math.sqrt(m));
        put("1/√m", 1 / Math.sqrt(m));
        put("3", 3);
        put("3/2", 1.5);
        put("4", 4);
        put("¼", 0.25);
    }

    private void put(String name, double value) {
        if (known.values().stream().noneMatch(other -> other == value)) {
            known.put(name, value);
            known.put("-" + name, -value);
        }
    }

    /** The name of the constant within a distance of a number, 0 included; the simplest one. */
    Optional<String> reads(double number, double distance) {
        if (Math.abs(number) <= distance) {
            return Optional.of("0");
        }
        return known.entrySet().stream()
                .filter(entry -> Math.abs(entry.getValue() - number) <= distance)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What a name stands for. */
    double value(String name) {
        return name.equals("0") ? 0 : requireNonNull(known.get(name));
    }
}
