package dev.gradlens.dataset.generator;

import dev.gradlens.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A centre for each class, drawn evenly from the square from −10 to 10, as {@code make_blobs} of scikit-learn has them; what
 * spreads the examples about it is the noise.
 *
 * @param classes at least 2
 */
public record Blobs(int classes) implements Figure {
    private static final double BOX = 10;

    @Override
    public Places places(long seed) {
        RandomStream draws = Figure.draws(seed);
        List<Point> centres = new ArrayList<>(classes);
        for (int label = 0; label < classes; label++) {
            centres.add(new Point(coordinate(draws), coordinate(draws)));
        }
        return (label, j, count) -> centres.get(label);
    }

    private static double coordinate(RandomStream draws) {
        return BOX * (2 * draws.uniform() - 1);
    }
}
