package dev.gradlens.check.complex;

/**
 * e^−z², with the rounding errors of x², y² and 2xy carried along: an error ε in x² would be an error x²·ε of the
 * result, 3 digits in the tail of erfc.
 */
final class Gaussian {

    private Gaussian() {}

    /** e^−z²·factor; the modulus comes last, so that a result below the normal doubles is rounded once. */
    static Complex times(Complex z, Complex factor) {
        double x = z.re();
        double y = z.im();
        double phase = -2 * x * y;
        double phaseError = Math.fma(-2 * x, y, -phase);
        double cos = Math.cos(phase);
        double sin = Math.sin(phase);
        Complex rotation = new Complex(cos - phaseError * sin, sin + phaseError * cos);
        return rotation.times(factor).times(modulus(x, y));
    }

    /** e^(y² − x²): the exponent is exact as exponent + error, up to the error of the error. */
    private static double modulus(double x, double y) {
        double xSquared = x * x;
        double ySquared = y * y;
        double exponent = ySquared - xSquared;
        double error =
                Math.fma(y, y, -ySquared) - Math.fma(x, x, -xSquared) + errorOfDifference(ySquared, xSquared, exponent);
        return Math.exp(exponent) * (1 + error);
    }

    /** What {@code difference} = a − b lost to rounding (Knuth's two-sum). */
    private static double errorOfDifference(double a, double b, double difference) {
        double subtracted = difference - a;
        return (a - (difference - subtracted)) - (b + subtracted);
    }
}
