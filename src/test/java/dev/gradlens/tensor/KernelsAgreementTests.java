package dev.gradlens.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fast kernels beside the reference on a small network's pass, and beside themselves. */
public abstract class KernelsAgreementTests {
    private static final KernelsProvider REFERENCE = KernelsProviders.start("reference");

    private final KernelsProvider fast;
    private final Precision precision;

    protected KernelsAgreementTests(String name, Precision precision) {
        this.fast = KernelsProviders.start(name);
        this.precision = precision;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 64, 65})
    void agreesWithTheReferenceOnALayer(int size) {
        assertAgrees(size, KernelsAgreementTests::layer, 1000 * size);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 64, 65})
    void agreesWithTheReferenceOnMeans(int size) {
        assertAgrees(size, (kernels, a) -> kernels.mean(a, Axis.ROWS), 10);
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheReferenceOnFunctions(Elementary f) {
        assertAgrees(65, (kernels, a) -> kernels.map(f, kernels.map(Elementary.ABS, a)), 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 64, 65})
    void givesTheSameBitsForTheSameInputs(int size) {
        double[] first = compute(fast, size, KernelsAgreementTests::layer);

        for (int round = 0; round < 20; round++) {
            assertThat(compute(fast, size, KernelsAgreementTests::layer)).containsExactly(first);
        }
    }

    @Test
    void givesTheSameBitsOnEveryThread() throws InterruptedException {
        double[] here = compute(fast, 65, KernelsAgreementTests::layer);
        double[][] there = new double[4][];
        Thread[] threads = new Thread[there.length];
        for (int t = 0; t < threads.length; t++) {
            int own = t;
            threads[t] = Thread.ofPlatform().start(() -> there[own] = compute(fast, 65, KernelsAgreementTests::layer));
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

    /** @param units of roundoff that they may differ by, of 1 and of the entry */
    private void assertAgrees(int size, BiFunction<Kernels, Matrix, Matrix> computation, double units) {
        double tolerance = units * precision.roundoff();
        double[] quick = compute(fast, size, computation);
        double[] plain = compute(REFERENCE, size, computation);

        assertThat(quick).hasSameSizeAs(plain);
        for (int i = 0; i < quick.length; i++) {
            assertThat(quick[i]).isCloseTo(plain[i], within(tolerance * (1 + Math.abs(plain[i]))));
        }
    }

    private double[] compute(KernelsProvider provider, int size, BiFunction<Kernels, Matrix, Matrix> computation) {
        double[] entries = new Random(size).doubles(9L * size, -2, 2).toArray();
        try (Kernels kernels = provider.open(precision)) {
            return computation.apply(kernels, kernels.matrix(size, 9, entries)).toArray();
        }
    }
}
