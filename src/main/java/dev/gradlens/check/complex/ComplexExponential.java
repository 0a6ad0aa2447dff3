package dev.gradlens.check.complex;

/** The functions that are rational in e^z, written as sums of terms of one sign, so that no digits cancel. */
final class ComplexExponential {

    private ComplexExponential() {}

    static Complex exp(Complex z) {
        double modulus = Math.exp(z.re());
        return new Complex(modulus * Math.cos(z.im()), scaled(modulus, Math.sin(z.im())));
    }

    /** With s = sin(y/2), cos y = 1 − 2s²: e^x·cos y − 1 = (e^x − 1)·(1 − 2s²) − 2s². */
    static Complex expm1(Complex z) {
        double sinHalf = Math.sin(0.5 * z.im());
        double versine = 2 * sinHalf * sinHalf;
        double re = Math.expm1(z.re()) * (1 - versine) - versine;
        return new Complex(re, scaled(Math.exp(z.re()), Math.sin(z.im())));
    }

    /**
     * tanh z = (sinh 2x + i·sin 2y) / (cosh 2x + cos 2y), multiplied out by 2E with E = e^−2|x|: the divisor becomes
     * (1 − E)² + 4E·cos² y.
     */
    static Complex tanh(Complex z) {
        double decay = Math.exp(-2 * Math.abs(z.re()));
        double rise = -Math.expm1(-2 * Math.abs(z.re())); // 1 − E
        double cos = Math.cos(z.im());
        double divisor = rise * rise + 4 * decay * cos * cos;
        double re = Math.copySign(rise * (1 + decay) / divisor, z.re());
        return new Complex(re, 4 * Math.sin(z.im()) * cos / divisor * decay);
    }

    /**
     * With E = e^−|x| the divisor |1 + e^−z|² is (1 − E)² + 4E·cos²(y/2) for x ≥ 0; on the left it is that divided by E².
     */
    static Complex sigmoid(Complex z) {
        double decay = Math.exp(-Math.abs(z.re()));
        double rise = -Math.expm1(-Math.abs(z.re())); // 1 − E
        double cosHalf = Math.cos(0.5 * z.im());
        double twoCosSquared = 2 * cosHalf * cosHalf; // 1 + cos y
        double divisor = rise * rise + 2 * decay * twoCosSquared;
        double re = z.re() < 0 ? decay * (twoCosSquared - rise) : rise + decay * twoCosSquared;
        return new Complex(re / divisor, 2 * Math.sin(0.5 * z.im()) * cosHalf / divisor * decay);
    }

    /** modulus·sine, where a real argument stays real even if the modulus overflows. */
    private static double scaled(double modulus, double sine) {
        return sine == 0 ? sine : modulus * sine;
    }
}
