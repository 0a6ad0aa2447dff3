package dev.gradlens.dataset.generator;

/**
 * Arms that wind about the origin, one for each class: the radius grows evenly from 0.1 to 1 during 0.8 turns.
 * TensorFlow Playground winds its arms by 1.75 turns about a point where they meet, which six normalized layers were not seen
 * to learn in 500 steps; this they were.
 *
 * @param classes at least 2
 */
public record Spiral(int classes) implements Figure {
    private static final double TURNS = 0.8;
    private static final double INNER = 0.1;

    @Override
    public Places places(long seed) {
        return (label, j, count) -> {
            double way = (j + 1) / (double) count;
            double angle = 2 * Math.PI * (TURNS * way + label / (double) classes);
            return Point.polar(INNER + (1 - INNER) * way, angle);
        };
    }
}
