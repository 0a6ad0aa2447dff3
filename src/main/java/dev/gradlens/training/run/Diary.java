package dev.gradlens.training.run;

import dev.gradlens.training.MetricsChunk;
import dev.gradlens.training.Progress;
import dev.gradlens.training.WorkQueue.Report;
import dev.gradlens.training.WorkQueue.Warning;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker has to tell and has not told yet. A worker that took over comes by steps again that were told before; of those
 * nothing is told twice, since it would be the same.
 */
final class Diary {
    /** Steps in one chunk, at most: some 100 kB. */
    private static final int CHUNK = 500;

    private final List<String> names;
    private final List<Long> steps = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private Progress told;
    private Progress progress;
    private long since = System.nanoTime();

    /**
     * An empty one.
     *
     * @param names of the series, as the rows have them
     * @param told what was told before
     */
    Diary(List<String> names, Progress told) {
        this.names = names;
        this.told = told;
        this.progress = told;
    }

    /** A step was taken. */
    void step(Progress now) {
        progress = now.step() > told.step() ? now : told;
    }

    /** Its numbers, one for each name. */
    void measure(long step, double[] numbers) {
        if (step > told.step()) {
            steps.add(step);
            rows.add(numbers);
        }
    }

    void warn(Warning warning) {
        if (warning.step() > told.step()) {
            warnings.add(warning);
        }
    }

    /** Steps whose numbers wait to be told. */
    int waiting() {
        return steps.size();
    }

    /** Whether there is anything to tell. */
    boolean hasNews() {
        return progress.step() > told.step() || !warnings.isEmpty();
    }

    /** All that is to be told. It stays until {@link #told}. */
    Report report() {
        return new Report(progress, chunks(), List.copyOf(warnings), (System.nanoTime() - since) / 1_000_000);
    }

    private List<MetricsChunk> chunks() {
        List<MetricsChunk> chunks = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += CHUNK) {
            chunks.add(chunk(from, Math.min(from + CHUNK, steps.size())));
        }
        return chunks;
    }

    private MetricsChunk chunk(int from, int to) {
        double[][] series = new double[names.size()][to - from];
        for (int row = from; row < to; row++) {
            for (int s = 0; s < series.length; s++) {
                series[s][row - from] = rows.get(row)[s];
            }
        }
        long[] taken =
                steps.subList(from, to).stream().mapToLong(Long::longValue).toArray();
        return new MetricsChunk(names, taken, series);
    }

    /** What was reported has been written. */
    void told(Report report) {
        told = report.progress();
        since += report.millis() * 1_000_000;
        steps.clear();
        rows.clear();
        warnings.clear();
    }
}
