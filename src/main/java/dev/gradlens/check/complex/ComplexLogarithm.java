package dev.gradlens.check.complex;

/** The logarithms, with log|z| put together from two terms that are accurate each, and the angle from atan2. */
final class ComplexLogarithm {

    private ComplexLogarithm() {}

    static Complex log(Complex z) {
        return new Complex(logModulus(z.re(), z.im()), Math.atan2(z.im(), z.re()));
    }

    static Complex log1p(Complex z) {
        return new Complex(logModulusOf1p(z.re(), z.im()), Math.atan2(z.im(), 1 + z.re()));
    }

    /**
     * With E = e^−|x|: |1 + e^z| = |1 + E·e^iy| for x ≤ 0 and e^x·|1 + E·e^−iy| for x > 0; both have the modulus
     * |1 + E·e^iy|.
     */
    static Complex softplus(Complex z) {
        double decay = Math.exp(-Math.abs(z.re()));
        double cos = Math.cos(z.im());
        double sin = Math.sin(z.im());
        double re = Math.max(z.re(), 0) + logModulusOf1p(decay * cos, decay * sin);
        double im = z.re() > 0 ? Math.atan2(sin, decay + cos) : Math.atan2(decay * sin, 1 + decay * cos);
        return new Complex(re, im);
    }

    /** log|x + iy| = log a + ½·log(1 + (b/a)²) with a the larger of |x| and |y|, b the smaller. */
    private static double logModulus(double x, double y) {
        double larger = Math.max(Math.abs(x), Math.abs(y));
        double smaller = Math.min(Math.abs(x), Math.abs(y));
        double ratio = smaller == larger ? 1 : smaller / larger;
        return Math.log(larger) + 0.5 * Math.log1p(ratio * ratio);
    }

    /** log|1 + x + iy|, where a small x keeps its digits if 1 + x is the larger part. */
    private static double logModulusOf1p(double x, double y) {
        double shifted = 1 + x;
        if (!(Math.abs(y) < shifted)) {
            return logModulus(shifted, y);
        }
        double ratio = y / shifted;
        return Math.log1p(x) + 0.5 * Math.log1p(ratio * ratio);
    }
}
