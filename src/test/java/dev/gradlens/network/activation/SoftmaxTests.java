package dev.gradlens.network.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoftmaxTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    private final Kernels k = new ReferenceKernelsProvider().open();
    private final Softmax softmax = new Softmax();

    @AfterEach
    void close() {
        k.close();
    }

    private Matrix row(double... entries) {
        return k.matrix(1, entries.length, entries);
    }

    @Test
    void sharesOutWhatTheExponentialsAre() {
        Matrix a = softmax.forward(k, row(0, Math.log(2), Math.log(5)));

        assertThat(a.toArray()).containsExactly(new double[] {0.125, 0.25, 0.625}, ROUNDING);
    }

    @Test
    void normalizesEveryExampleByItself() {
        Matrix a = softmax.forward(k, k.matrix(2, 2, new double[] {0, Math.log(3), 7, 7}));

        assertThat(a.toArray()).containsExactly(new double[] {0.25, 0.75, 0.5, 0.5}, ROUNDING);
    }

    @Test
    void doesNotOverflow() {
        Matrix a = softmax.forward(k, row(1000, 1000, -1000));

        assertThat(a.toArray()).containsExactly(0.5, 0.5, 0);
    }

    @Test
    void sendsBackWhatEveryOutputTakesFromTheOthers() {
        Matrix z = row(0, Math.log(2), Math.log(5));

        Matrix dZ = softmax.backward(k, z, softmax.forward(k, z), row(8, 0, -8));

        assertThat(dZ.toArray()).containsExactly(new double[] {1.5, 1, -2.5}, ROUNDING);
    }

    @Test
    void keepsTheDigitsOfASaturatedOutput() {
        Matrix z = row(40, 0);

        Matrix dZ = softmax.backward(k, z, softmax.forward(k, z), row(3, 1));

        double exact = 2 * StrictMath.exp(-40) / StrictMath.pow(1 + StrictMath.exp(-40), 2);
        assertThat(dZ.toArray()[0]).isCloseTo(exact, Percentage.withPercentage(1e-12));
        assertThat(dZ.toArray()[1]).isCloseTo(-exact, Percentage.withPercentage(1e-12));
    }

    @Test
    void knowsTheComplementOfASaturatedProbability() {
        Matrix complement = Softmax.complement(k, row(1, 0x1p-100, 0x1p-99));

        assertThat(complement.toArray()).containsExactly(0x1.8p-99, 1, 1);
    }

    @Test
    void knowsTheComplementOfTwoThatRoundingHasPushedAboveAHalf() {
        Matrix complement = Softmax.complement(k, row(Math.nextUp(0.5), Math.nextUp(0.5)));

        assertThat(complement.toArray()).containsExactly(new double[] {0.5, 0.5}, ROUNDING);
    }
}
