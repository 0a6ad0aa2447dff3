package dev.gradlens.training.web;

import dev.gradlens.training.MetricsChunk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the wanted part of metrics, chunk by chunk. */
final class MetricsTable {
    private final int every;
    private final Set<String> names;
    private final Set<String> known = new HashSet<>();
    private final List<Long> steps = new ArrayList<>();
    private final Map<String, List<@Nullable Double>> series = new LinkedHashMap<>();

    /**
     * An empty one.
     *
     * @param every only steps that this divides
     * @param names of the series that are wanted; all where it is empty
     */
    MetricsTable(int every, List<String> names) {
        this.every = every;
        this.names = Set.copyOf(names);
    }

    /** Adds the steps of a range, ends included. */
    void add(MetricsChunk chunk, long from, long to) {
        known.addAll(chunk.names());
        for (int i = 0; i < chunk.steps().length; i++) {
            long step = chunk.steps()[i];
            if (step >= from && step <= to && step % every == 0) {
                add(chunk, i);
            }
        }
    }

    private void add(MetricsChunk chunk, int index) {
        steps.add(chunk.steps()[index]);
        for (int s = 0; s < chunk.names().size(); s++) {
            String name = chunk.names().get(s);
            if (names.isEmpty() || names.contains(name)) {
                double value = chunk.values()[s][index];
                if (MetricsChunk.isAbsent(value)) {
                    column(name).add(null);
                } else {
                    column(name).add(value);
                }
            }
        }
        for (List<@Nullable Double> column : series.values()) {
            fill(column, steps.size());
        }
    }

    private List<@Nullable Double> column(String name) {
        List<@Nullable Double> known = series.get(name);
        List<@Nullable Double> column = known == null ? new ArrayList<@Nullable Double>() : known;
        series.put(name, column);
        fill(column, steps.size() - 1);
        return column;
    }

    private static void fill(List<@Nullable Double> column, int length) {
        while (column.size() < length) {
            column.add(null);
        }
    }

    /** A name that no series has, where there are series and none has any of the names; some exist in some trainings only. */
    Optional<String> unknown() {
        return known.isEmpty() || names.stream().anyMatch(known::contains)
                ? Optional.empty()
                : names.stream().findFirst();
    }

    /** Numbers so far. */
    long size() {
        return (long) steps.size() * (series.size() + 1);
    }

    MetricsAnswer answer() {
        return new MetricsAnswer(steps, series);
    }
}
