package dev.gradlens.wire.tensors;

/** A sum that keeps what rounding takes from it, by Neumaier's variant of Kahan's summation (ZAMM 54, 1974). */
final class CompensatedSum {
    private double sum;
    private double lost;

    void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
