package dev.gradlens.tensor.blas;

/**
 * The complementary error function, right to four units in the last place of the result, however small it is.
 *
 * <p>exp(x²)·erfc(x)·(1 + x) hardly varies for x ≥ 0. It is interpolated, as a function of y = (x − 4)/(x + 4), at the
 * Chebyshev nodes of (−1, 1), where a polynomial of degree 24 differs from it by 3e-17.
 */
final class ErrorFunction {
    /** Of the powers of y, the constant first; computed by mpmath with 60 digits. */
    private static final double[] COEFFICIENTS = {
        0.6849972881253069,
        -0.199344582800367,
        0.11704966551044244,
        -0.04808038122131848,
        0.00396205568129377,
        0.015312509679629287,
        -0.017515654646596667,
        0.012161784748331477,
        -0.006068735219331131,
        0.00211642162115978,
        -0.00038976748430922,
        -6.0136955620917455e-05,
        6.403270692900713e-05,
        -1.3150549897245758e-05,
        -4.1383358309087905e-06,
        2.6490399773817633e-06,
        3.902926078262736e-09,
        -3.6251386038087446e-07,
        5.144442274791842e-08,
        4.5525594245551566e-08,
        -1.1483738260580701e-08,
        -5.187296046231376e-09,
        1.7174294260850353e-09,
        3.875460256268975e-10,
        -1.4506607968251927e-10
    };

    /** From here on erfc(x) is less than half of the smallest double. */
    private static final double ZERO_FROM = 27.3;

    private ErrorFunction() {}

    static double erfc(double x) {
        if (x < 0) {
            return 2 - erfc(-x);
        }
        return x < ZERO_FROM ? expMinusSquare(x) * scaled(x) : 0 * (1 / x); // NaN stays
    }

    /** exp(x²)·erfc(x). */
    private static double scaled(double x) {
        double y = (x - 4) / (x + 4);
        double sum = 0;
        for (int power = COEFFICIENTS.length - 1; power >= 0; power--) {
            sum = Math.fma(sum, y, COEFFICIENTS[power]);
        }
        return sum / (1 + x);
    }

    /** exp(−x²) with the rounding of x² made good: at x = 20 it alone would cost 200 units in the last place. */
    private static double expMinusSquare(double x) {
        double square = x * x;
        double lost = Math.fma(x, x, -square);
        return Math.exp(-square) * (1 - lost);
    }
}
