package dev.gradlens.dataset.generator;

import dev.gradlens.random.RandomStream;

/** Two classes, evenly over the square from −1 to 1: in class 1 exactly one of x and y is positive. */
public record Xor() implements Figure {
    @Override
    public int classes() {
        return 2;
    }

    @Override
    public Places places(long seed) {
        RandomStream draws = Figure.draws(seed);
        return (label, j, count) -> {
            double x = (draws.uniform() < 0.5 ? 1 : -1) * inside(draws);
            double y = inside(draws);
            return new Point(x, (label == 0) == x > 0 ? y : -y);
        };
    }

    /** In (0, 1], so that nothing lies on an axis. */
    private static double inside(RandomStream draws) {
        return 1 - draws.uniform();
    }
}
