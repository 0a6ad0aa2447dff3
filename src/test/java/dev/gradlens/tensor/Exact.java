package dev.gradlens.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.IntStream;

/** Sums and products without any rounding, to hold rounded ones against. */
final class Exact {
    private Exact() {}

    static BigDecimal sum(double... terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double term : terms) {
            sum = sum.add(new BigDecimal(term));
        }
        return sum;
    }

    static BigDecimal dot(double[] a, double[] b) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < a.length; k++) {
            sum = sum.add(new BigDecimal(a[k]).multiply(new BigDecimal(b[k])));
        }
        return sum;
    }

    static double[] row(double[] entries, int columns, int i) {
        return IntStream.range(0, columns)
                .mapToDouble(j -> entries[i * columns + j])
                .toArray();
    }

    static double[] column(double[] entries, int columns, int j) {
        return IntStream.range(0, entries.length / columns)
                .mapToDouble(i -> entries[i * columns + j])
                .toArray();
    }

    /** Whatever the order of summation, k roundings of terms up to 4 cannot err by more. */
    static void assertSum(double actual, BigDecimal exact, int terms, Precision precision) {
        double bound = terms * (terms * 4.0) * 2 * precision.roundoff();
        assertThat(exact.subtract(new BigDecimal(actual)).abs().doubleValue()).isLessThanOrEqualTo(bound);
    }
}
