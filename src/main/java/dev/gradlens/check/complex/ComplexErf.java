package dev.gradlens.check.complex;

/**
 * The error functions. Around the imaginary axis erf is its Maclaurin series (Abramowitz and Stegun 7.1.5, DLMF 7.6.1).
 * Right of it erfc z = e^−z²·w with w = (z/π) ∫ e^−t² / (z² + t²) dt over the real line (A&amp;S 7.1.4, DLMF 7.7.2). The
 * trapezoidal rule of step h gives that integral to a factor 1 + O(e^−π²/h²), once the pole of the integrand is paid for
 * with 2 / (e^(2πz/h) − 1). Left of it, erfc z = 2 − erfc(−z).
 *
 * <p>The all-positive series (A&amp;S 7.1.6) and the continued fraction (A&amp;S 7.1.14, DLMF 7.9) are not used: the
 * imaginary part of the first loses 2 digits at x = 2, and the second takes 190 terms at x = 1.
 *
 * @see "Matta and Reichel, Uniform computation of the error function and other related functions, Mathematics of
 *     Computation 25 (1971) 339–344"
 * @see "Hunter and Regan, A note on the evaluation of the complementary error function, Mathematics of Computation 26
 *     (1972) 539–541"
 */
final class ComplexErf {

    /** In |Re z| &lt; 1/2 the terms of the series add up to at most e^(2·Re²z) = 1.65 times their sum. */
    private static final double SERIES_HALF_WIDTH = 0.5;

    /** Above it the poles of the trapezoidal rule weigh less than e^−49 of the result, so that it serves alone. */
    private static final double SERIES_HALF_HEIGHT = 7;

    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

    /** The step h: e^−π²/h² is 4e-23, and the squares of its multiples are exact. */
    private static final double STEP = 0.4375;

    /** The first weight left out, e^−(16h)², is 5e-22. */
    private static final int NODES = 16;

    private static final double[] SQUARES = squares();
    private static final double[] WEIGHTS = weights();

    /** e^−750 is below the smallest double. */
    private static final double UNDERFLOW = 750;

    private ComplexErf() {}

    static Complex erf(Complex z) {
        if (isNearImaginaryAxis(z)) {
            return maclaurin(z.re(), z.im());
        }
        double side = Math.copySign(1, z.re());
        return Complex.ONE.minus(erfcOnTheRight(z.times(side))).times(side); // erf(−z) = −erf z
    }

    static Complex erfc(Complex z) {
        if (isNearImaginaryAxis(z)) {
            return Complex.ONE.minus(maclaurin(z.re(), z.im()));
        }
        double side = Math.copySign(1, z.re());
        return Complex.of(1 - side).plus(erfcOnTheRight(z.times(side)).times(side)); // erfc(−z) = 2 − erfc z
    }

    private static boolean isNearImaginaryAxis(Complex z) {
        return Math.abs(z.re()) < SERIES_HALF_WIDTH && Math.abs(z.im()) < SERIES_HALF_HEIGHT;
    }

    /** (2/√π) Σ (−1)ⁿ z²ⁿ⁺¹ / (n!·(2n + 1)), until neither part changes. */
    private static Complex maclaurin(double x, double y) {
        double factorRe = (y - x) * (y + x); // −z²
        double factorIm = -2 * x * y;
        double powerRe = x; // (−1)ⁿ z²ⁿ⁺¹ / n!
        double powerIm = y;
        double sumRe = 0;
        double sumIm = 0;
        double previousRe;
        double previousIm;
        int n = 0;
        do {
            previousRe = sumRe;
            previousIm = sumIm;
            sumRe += powerRe / (2 * n + 1);
            sumIm += powerIm / (2 * n + 1);
            n++;
            double nextRe = (powerRe * factorRe - powerIm * factorIm) / n;
            powerIm = (powerRe * factorIm + powerIm * factorRe) / n;
            powerRe = nextRe;
        } while (sumRe != previousRe || sumIm != previousIm);
        return new Complex(TWO_OVER_ROOT_PI * sumRe, TWO_OVER_ROOT_PI * sumIm);
    }

    private static Complex erfcOnTheRight(Complex z) {
        if ((z.re() - Math.abs(z.im())) * (z.re() + Math.abs(z.im())) > UNDERFLOW) {
            return Complex.ZERO;
        }
        Complex rule = Gaussian.times(z, trapezoid(z.re(), z.im()));
        boolean poleCounts = z.re() < Math.PI / STEP && Math.abs(z.im()) < SERIES_HALF_HEIGHT;
        return poleCounts ? rule.minus(poleTerm(z)) : rule;
    }

    private static Complex poleTerm(Complex z) {
        return Complex.TWO.dividedBy(z.times(2 * Math.PI / STEP).exp().minus(Complex.ONE));
    }

    /** (h/π)·z·Σ e^−(nh)² / (z² + (nh)²) over all integers n. */
    private static Complex trapezoid(double x, double y) {
        double squareRe = (x - y) * (x + y); // z²
        double squareIm = 2 * x * y;
        double sumRe = 0;
        double sumIm = 0;
        for (int n = NODES - 1; n >= 0; n--) {
            double divisorRe = squareRe + SQUARES[n];
            double scale = WEIGHTS[n] / (divisorRe * divisorRe + squareIm * squareIm);
            sumRe += scale * divisorRe;
            sumIm -= scale * squareIm;
        }
        return new Complex(x * sumRe - y * sumIm, x * sumIm + y * sumRe);
    }

    private static double[] squares() {
        double[] squares = new double[NODES];
        for (int n = 0; n < NODES; n++) {
            squares[n] = n * STEP * n * STEP;
        }
        return squares;
    }

    /** (h/π)·e^−(nh)², doubled where n stands for −n too. */
    private static double[] weights() {
        double[] weights = new double[NODES];
        for (int n = 0; n < NODES; n++) {
            weights[n] = (n == 0 ? 1 : 2) * STEP / Math.PI * Math.exp(-SQUARES[n]);
        }
        return weights;
    }
}
