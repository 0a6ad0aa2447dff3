package dev.gradlens.check.complex;

/** How far a result is from the value it should be. */
final class Distance {

    /** The units in the last place at 1, to which |f(z)| scales the distance in the plane. */
    private static final double UNIT = Math.ulp(1.0);

    private Distance() {}

    /** In units in the last place of {@code expected}, which are those of the subnormal grid close to 0. */
    static double inUlps(double actual, double expected) {
        return Math.abs(actual - expected) / Math.ulp(expected);
    }

    /** |actual − expected| / |expected|, in units of 2^−52. */
    static double inPlane(Complex actual, Complex expected) {
        double distance = Math.hypot(actual.re() - expected.re(), actual.im() - expected.im());
        return distance / Math.hypot(expected.re(), expected.im()) / UNIT;
    }
}
