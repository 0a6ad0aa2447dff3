package dev.gradlens.dataset.generator;

/** A place in the plane. */
record Point(double x, double y) {
    /** From the origin, so far in a direction. */
    static Point polar(double radius, double angle) {
        return new Point(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
    }
}
