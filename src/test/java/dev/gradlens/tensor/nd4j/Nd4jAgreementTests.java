package dev.gradlens.tensor.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Matrix;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ND4J beside the reference on a small network's pass, and beside itself. */
class Nd4jAgreementTests {
    private static final KernelsProvider ND4J = KernelsProviders.start("nd4j");
    private static final KernelsProvider REFERENCE = KernelsProviders.start("reference");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 64, 65})
    void agreesWithTheReferenceOnALayer(int size) {
        assertAgrees(size, Nd4jAgreementTests::layer, 1e-13 * size);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 64, 65})
    void agreesWithTheReferenceOnMeans(int size) {
        assertAgrees(size, (kernels, a) -> kernels.mean(a, Axis.ROWS), 1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheReferenceOnFunctions(Elementary f) {
        assertAgrees(65, (kernels, a) -> kernels.map(f, kernels.map(Elementary.ABS, a)), 1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 64, 65})
    void givesTheSameBitsForTheSameInputs(int size) {
        double[] first = compute(ND4J, size, Nd4jAgreementTests::layer);

        for (int round = 0; round < 20; round++) {
            assertThat(compute(ND4J, size, Nd4jAgreementTests::layer)).containsExactly(first);
        }
    }

    @Test
    void givesTheSameBitsOnEveryThread() throws InterruptedException {
        double[] here = compute(ND4J, 65, Nd4jAgreementTests::layer);
        double[][] there = new double[4][];
        Thread[] threads = new Thread[there.length];
        for (int t = 0; t < threads.length; t++) {
            int own = t;
            threads[t] = Thread.ofPlatform().start(() -> there[own] = compute(ND4J, 65, Nd4jAgreementTests::layer));
        }

        for (int t = 0; t < threads.length; t++) {
            threads[t].join();
            assertThat(there[t]).containsExactly(here);
        }
    }

    /** Both products with a transpose, a broadcast sum, an activation and a reduction. */
    private static Matrix layer(Kernels kernels, Matrix a) {
        Matrix gram = kernels.matmulTransposeA(a, a);
        Matrix scaled = kernels.multiply(kernels.matmul(a, gram), 0.01);
        Matrix centred = kernels.subtract(scaled, kernels.mean(scaled, Axis.ROWS));
        return kernels.matmulTransposeB(kernels.map(Elementary.TANH, centred), centred);
    }

    private static void assertAgrees(int size, BiFunction<Kernels, Matrix, Matrix> computation, double tolerance) {
        double[] fast = compute(ND4J, size, computation);
        double[] plain = compute(REFERENCE, size, computation);

        assertThat(fast).hasSameSizeAs(plain);
        for (int i = 0; i < fast.length; i++) {
            assertThat(fast[i]).isCloseTo(plain[i], within(tolerance * (1 + Math.abs(plain[i]))));
        }
    }

    private static double[] compute(
            KernelsProvider provider, int size, BiFunction<Kernels, Matrix, Matrix> computation) {
        double[] entries = new Random(size).doubles(9L * size, -2, 2).toArray();
        try (Kernels kernels = provider.open()) {
            return computation.apply(kernels, kernels.matrix(size, 9, entries)).toArray();
        }
    }
}
