package dev.gradlens.check.complex;

/**
 * A complex number re + i·im, and the analytic functions that the complex-step derivative f′(x) ≈ Im f(x + ih) / h is
 * taken through.
 *
 * <p>Every function is the true function of the complex plane: none knows its derivative. At x + ih the real and the
 * imaginary part are each good to a few units in the last place, however small h is, as long as f′(x)·h stays a normal
 * double; below that the imaginary part rounds to the subnormal grid. Elsewhere the two are accurate together, relative
 * to |f(z)|. Nothing throws: NaN and infinities go through as they do in real arithmetic.
 *
 * @see <a href="https://doi.org/10.1137/S003614459631241X">Squire and Trapp, Using complex variables to estimate
 *     derivatives of real functions, SIAM Review 40 (1998)</a>
 * @see <a href="https://doi.org/10.1145/838250.838251">Martins, Sturdza and Alonso, The complex-step derivative
 *     approximation, ACM Transactions on Mathematical Software 29 (2003)</a>
 */
public record Complex(double re, double im) {

    static final Complex ZERO = of(0);
    static final Complex ONE = of(1);
    static final Complex TWO = of(2);

    /** The real number {@code re}. */
    public static Complex of(double re) {
        return new Complex(re, 0);
    }

    public Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    public Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    public Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    public Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    public Complex negated() {
        return new Complex(-re, -im);
    }

    /** The quotient after Smith, which neither overflows nor underflows on the way; a real divisor divides each part. */
    public Complex dividedBy(Complex divisor) {
        if (divisor.im == 0) {
            return new Complex(re / divisor.re, im / divisor.re);
        }
        return Math.abs(divisor.re) >= Math.abs(divisor.im)
                ? quotient(re, im, divisor.re, divisor.im)
                : quotient(im, -re, divisor.im, -divisor.re);
    }

    /** (a + ib) / (c + id) where |c| ≥ |d|. */
    private static Complex quotient(double a, double b, double c, double d) {
        double ratio = d / c;
        double scale = 1 + ratio * ratio;
        return new Complex((a + b / c * d) / c / scale, (b - a / c * d) / c / scale);
    }

    /** The root with a real part that is not negative; the cut runs along the negative real axis. */
    public Complex sqrt() {
        if (re == 0 && im == 0) {
            return new Complex(0, im);
        }
        double larger = largerPartOfRoot(Math.abs(re), Math.abs(im));
        double smaller = im / (2 * larger);
        return re >= 0 ? new Complex(larger, smaller) : new Complex(Math.abs(smaller), Math.copySign(larger, im));
    }

    /** √((a + |a + ib|) / 2) for a, b ≥ 0, scaled so that no square overflows. */
    private static double largerPartOfRoot(double a, double b) {
        double ratio = Math.min(a, b) / Math.max(a, b);
        double modulus = Math.sqrt(1 + ratio * ratio);
        return a >= b
                ? Math.sqrt(a) * Math.sqrt(0.5 * (1 + modulus))
                : Math.sqrt(b) * Math.sqrt(0.5 * (ratio + modulus));
    }

    public Complex exp() {
        return ComplexExponential.exp(this);
    }

    /** e^z − 1, without cancellation near 0. */
    public Complex expm1() {
        return ComplexExponential.expm1(this);
    }

    /** The principal logarithm; the cut runs along the negative real axis. */
    public Complex log() {
        return ComplexLogarithm.log(this);
    }

    /** log(1 + z), without cancellation near 0. */
    public Complex log1p() {
        return ComplexLogarithm.log1p(this);
    }

    public Complex tanh() {
        return ComplexExponential.tanh(this);
    }

    /** 1 / (1 + e^−z), without overflow on either side. */
    public Complex sigmoid() {
        return ComplexExponential.sigmoid(this);
    }

    /** The principal log(1 + e^z), without overflow on either side. */
    public Complex softplus() {
        return ComplexLogarithm.softplus(this);
    }

    /** (2/√π) ∫₀ᶻ e^−t² dt. */
    public Complex erf() {
        return ComplexErf.erf(this);
    }

    /** 1 − erf z, which keeps its digits where erf z is close to 1. */
    public Complex erfc() {
        return ComplexErf.erfc(this);
    }
}
