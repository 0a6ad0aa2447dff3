package dev.gradlens.tensor.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Matrix;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Native memory goes back when kernels are closed, not when the garbage collector comes round. */
class Nd4jMemoryTests {
    /** All of the heap may become resident meanwhile; the rest is what the test would see of a leak. */
    private static final long HEAP_AND_SOME = Runtime.getRuntime().maxMemory() + (256 << 20);

    private static final KernelsProvider ND4J = KernelsProviders.start("nd4j");

    /** Eleven matrices a computation, more than 3 GiB in all, beside a heap of 2 GiB at most. */
    @ParameterizedTest
    @CsvSource({"300, 512, 256", "2400, 128, 128"})
    void holdsNoMatrixAfterClose(int computations, int rows, int columns) {
        double[] entries = new double[rows * columns];
        repeat(20, rows, entries);
        long before = Pointer.physicalBytes();

        repeat(computations, rows, entries);

        assertThat(Pointer.physicalBytes() - before).isLessThan(HEAP_AND_SOME);
    }

    private static void repeat(int computations, int rows, double[] entries) {
        for (int done = 0; done < computations; done++) {
            try (Kernels kernels = ND4J.open()) {
                compute(kernels, kernels.matrix(rows, entries.length / rows, entries));
            }
        }
    }

    private static void compute(Kernels kernels, Matrix a) {
        kernels.add(a, a);
        kernels.subtract(a, kernels.mean(a, Axis.ROWS));
        kernels.multiply(kernels.divide(a, a), 2);
        kernels.add(a, kernels.sum(a, Axis.COLUMNS));
        kernels.map(Elementary.EXP, kernels.map(Elementary.TANH, a));
        kernels.selectPositive(a, a, kernels.max(a, Axis.COLUMNS));
    }
}
