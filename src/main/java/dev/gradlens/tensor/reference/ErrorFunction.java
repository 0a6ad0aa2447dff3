package dev.gradlens.tensor.reference;

/**
 * The complementary error function from its two classical expansions; the digits are right to a few units in the last
 * place of the result, however small it is.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 7.6.1 (power series) and 7.9.2 (continued fraction).
 */
final class ErrorFunction {
    private static final double TWO_OVER_ROOT_PI = 2 / StrictMath.sqrt(StrictMath.PI);
    private static final double ROOT_PI = StrictMath.sqrt(StrictMath.PI);

    /** Below it 1 − erf(x) loses no digit to cancellation. */
    private static final double SERIES_UP_TO = 0.5;

    /** From here on erfc(x) is less than half of the smallest double. */
    private static final double ZERO_FROM = 27.3;

    private ErrorFunction() {}

    static double erfc(double x) {
        if (x < 0) {
            return 2 - erfc(-x);
        }
        if (x < SERIES_UP_TO) {
            return 1 - erfBySeries(x);
        }
        return x < ZERO_FROM ? expMinusSquare(x) / (ROOT_PI * continuedFraction(x)) : 0 * (1 / x); // NaN stays
    }

    /** 2/√π · Σ (−1)ᵏ·x²ᵏ⁺¹ / (k!·(2k + 1)), which 16 terms settle up to 1/2. */
    private static double erfBySeries(double x) {
        double sum = 0;
        double power = x; // (−1)ᵏ·x²ᵏ⁺¹ / k!
        for (int k = 0; k < 16; k++) {
            sum += power / (2 * k + 1);
            power *= -x * x / (k + 1);
        }
        return TWO_OVER_ROOT_PI * sum;
    }

    /** x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …))), from the inside out. */
    private static double continuedFraction(double x) {
        int terms = 10 + (int) (200 / (x * x)); // where further ones change no digit; near 1/2 it converges slowly
        double fraction = x;
        for (int k = terms; k >= 1; k--) {
            fraction = x + k / 2.0 / fraction;
        }
        return fraction;
    }

    /** exp(−x²) with the rounding of x² made good: at x = 20 it alone would cost 200 units in the last place. */
    private static double expMinusSquare(double x) {
        double square = x * x;
        double lost = Math.fma(x, x, -square);
        return StrictMath.exp(-square) * (1 - lost);
    }
}
