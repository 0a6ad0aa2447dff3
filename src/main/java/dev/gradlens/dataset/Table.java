package dev.gradlens.dataset;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples whose columns have names.
 *
 * @param features a name for each column of x
 * @param classNames a name for each class; empty where they have none
 * @param examples the numbers
 */
public record Table(List<String> features, List<String> classNames, Examples examples) {
    public Table {
        features = List.copyOf(features);
        classNames = List.copyOf(classNames);
        if (features.size() != examples.x().columns()) {
            throw new IllegalArgumentException("%d names of %d features"
                    .formatted(features.size(), examples.x().columns()));
        }
    }

    /** Examples without names: their features are called x1, x2 and so on. */
    public static Table unnamed(Examples examples) {
        return new Table(numbered(examples.x().columns()), List.of(), examples);
    }

    /** The names x1, x2 and so on. */
    public static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Table::numberedName).toList();
    }

    /** The name of a column that has none, which is counted from 1. */
    public static String numberedName(int column) {
        return "x" + column;
    }
}
