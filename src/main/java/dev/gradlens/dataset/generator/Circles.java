package dev.gradlens.dataset.generator;

/** Two circles about the origin, of radius 1 for class 0 and 0.8 for class 1, as {@code make_circles} of scikit-learn has them. */
public record Circles() implements Figure {
    private static final double INNER = 0.8;

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public Places places(long seed) {
        return (label, j, count) -> Point.polar(label == 0 ? 1 : INNER, 2 * Math.PI * j / count);
    }
}
