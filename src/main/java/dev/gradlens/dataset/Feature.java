package dev.gradlens.dataset;

import dev.gradlens.tensor.Values;
import dev.gradlens.wire.tensors.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a column of a data set is like.
 *
 * @param name of the column
 * @param min the least number
 * @param max the greatest
 * @param mean of all rows
 * @param std of the population of all rows; 0 where they are equal
 */
public record Feature(String name, double min, double max, double mean, double std) {

    /** Of each column of x. */
    public static List<Feature> of(List<String> names, Values x) {
        List<Feature> features = new ArrayList<>(names.size());
        for (int j = 0; j < x.columns(); j++) {
            int column = j;
            features.add(of(
                    names.get(j), x.rows(), () -> IntStream.range(0, x.rows()).mapToDouble(i -> x.at(i, column))));
        }
        return features;
    }

    private static Feature of(String name, int rows, Supplier<DoubleStream> column) {
        double min = column.get().min().orElseThrow();
        double max = column.get().max().orElseThrow();
        Moments moments = new Moments(column, rows, Math.max(Math.abs(min), Math.abs(max)));
        return new Feature(name, min, max, moments.mean(), moments.std());
    }
}
