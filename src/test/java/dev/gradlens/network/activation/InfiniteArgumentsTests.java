package dev.gradlens.network.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Silu and gelu where their argument has overflowed or is not a number. */
class InfiniteArgumentsTests {
    private static final double[] FAR = {
        Double.NEGATIVE_INFINITY, -3e38, -2000, 2000, Double.POSITIVE_INFINITY, Double.NaN
    };

    @ParameterizedTest
    @CsvSource({
        "reference, FLOAT64",
        "reference, FLOAT32",
        "blas, FLOAT64",
        "blas, FLOAT32",
        "nd4j, FLOAT64",
        "nd4j, FLOAT32"
    })
    void areAtTheirLimitsInfinitelyFarOut(String name, Precision precision) {
        try (Kernels k = KernelsProviders.start(name).open(precision)) {
            assertLimits(k, new Silu());
            assertLimits(k, new Gelu());
        }
    }

    private static void assertLimits(Kernels k, Elementwise g) {
        Matrix z = k.matrix(1, FAR.length, FAR);

        double[] a = g.forward(k, z).toArray();
        double[] slope = g.slope(k, z).toArray();

        for (int below = 0; below < 3; below++) {
            assertZero(a[below]);
            assertZero(slope[below]);
        }
        assertThat(a[3]).isEqualTo(2000);
        assertThat(a[4]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(slope[3]).isEqualTo(1);
        assertThat(slope[4]).isEqualTo(1);
        assertThat(a[5]).isNaN();
        assertThat(slope[5]).isNaN();
    }

    /** Of either sign. */
    private static void assertZero(double x) {
        assertThat(Math.abs(x)).isZero();
    }
}
