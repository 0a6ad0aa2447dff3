package dev.gradlens.dataset.generator;

import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Table;
import dev.gradlens.dataset.Targets;
import dev.gradlens.random.RandomStream;
import dev.gradlens.random.RandomStream.Purpose;
import dev.gradlens.tensor.Values;

/**
 * A data set that is to be drawn. The same one has the same numbers on every machine. Row i is of class i mod classes, so that
 * the classes are as large as one another, or differ by one example, in every beginning of the data set too.
 *
 * @param figure where examples lie
 * @param size rows of all classes together
 * @param noise standard deviation of a normal number that is added to each feature, independently
 * @param offset added to every feature
 * @param seed of all random numbers
 */
public record Drawing(Figure figure, int size, double noise, double offset, long seed) {
    private static final int FEATURES = 2;

    /** Draws it. */
    public Table table() {
        int classes = figure.classes();
        Places places = figure.places(seed);
        RandomStream draws = new RandomStream(seed, Purpose.GENERATED, 0);
        double[] x = new double[FEATURES * size];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            labels[i] = i % classes;
            Point place = places.of(labels[i], i / classes, (size - labels[i] + classes - 1) / classes);
            x[FEATURES * i] = place.x() + noise * draws.normal() + offset;
            x[FEATURES * i + 1] = place.y() + noise * draws.normal() + offset;
        }
        return Table.unnamed(new Examples(new Values(size, FEATURES, x), new Targets.Classes(labels)));
    }
}
