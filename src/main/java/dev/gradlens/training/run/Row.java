package dev.gradlens.training.run;

import dev.gradlens.training.MetricsChunk;
import dev.gradlens.training.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the numbers of a step under the names of the series. */
final class Row {
    private static final Set<String> OF_VALIDATION = Set.of("validationCost", "validationAccuracy");

    private final List<String> names;
    private final List<String> watched;

    /**
     * For these series.
     *
     * @param names all of them
     * @param watched the last of them, as a watch gives them
     */
    Row(List<String> names, List<String> watched) {
        this.names = names;
        this.watched = watched;
    }

    /** A number for each name. */
    double[] of(Taken taken, Progress progress, boolean validated) {
        Map<String, @Nullable Double> numbers = new HashMap<>();
        numbers.put("cost", taken.cost());
        numbers.put("learningRate", taken.learningRate());
        numbers.put("accuracy", taken.accuracy());
        numbers.put("validationCost", progress.validationCost());
        numbers.put("validationAccuracy", progress.validationAccuracy());
        if (taken.seen() != null) {
            numbers.put(Course.GRADIENT_ERROR, taken.seen().relativeError());
            numbers.put(Course.GRADIENT_FAILED, (double) taken.seen().failed());
        }
        double[] row = new double[names.size()];
        Arrays.fill(row, MetricsChunk.ABSENT);
        for (int i = 0; i < names.size() - watched.size(); i++) {
            Double number = numbers.get(names.get(i));
            boolean shown = validated || !OF_VALIDATION.contains(names.get(i));
            row[i] = number == null || !shown ? MetricsChunk.ABSENT : number;
        }
        for (int i = 0; i < taken.watched().length; i++) {
            row[names.size() - watched.size() + i] = taken.watched()[i];
        }
        return row;
    }
}
