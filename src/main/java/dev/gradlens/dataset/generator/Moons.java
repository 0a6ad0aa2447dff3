package dev.gradlens.dataset.generator;

/** Two half circles of radius 1 that reach into each other, as {@code make_moons} of scikit-learn has them; class 0 is the upper one. */
public record Moons() implements Figure {
    @Override
    public int classes() {
        return 2;
    }

    @Override
    public Places places(long seed) {
        return (label, j, count) -> {
            Point upper = Point.polar(1, Math.PI * j / Math.max(1, count - 1));
            return label == 0 ? upper : new Point(1 - upper.x(), 0.5 - upper.y());
        };
    }
}
