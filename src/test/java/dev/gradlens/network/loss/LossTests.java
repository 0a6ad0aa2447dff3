package dev.gradlens.network.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.loss.Loss.Output;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two examples, so that a lost 1/m shows. */
class LossTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);
    private static final Percentage DIGITS = Percentage.withPercentage(1e-12);
    private static final double LN2 = Math.log(2);
    private static final double LN3 = Math.log(3);

    private final Kernels k = new ReferenceKernelsProvider().open();

    @AfterEach
    void close() {
        k.close();
    }

    private Matrix two(double... entries) {
        return k.matrix(2, entries.length / 2, entries);
    }

    private Output raw(double[] a, double[] y) {
        return new Output(two(a), two(a), two(y));
    }

    private Output softmax(double[] z, double[] y) {
        return new Output(two(z), new Softmax().forward(k, two(z)), two(y));
    }

    private Output sigmoid(double[] z, double[] y) {
        return new Output(two(z), new Sigmoid().forward(k, two(z)), two(y));
    }

    @Test
    void squaredErrorIsSummedOverOutputsAndMeantOverExamples() {
        Output output = raw(new double[] {1, 2, 3, 4}, new double[] {0, 4, 3, 1});

        assertThat(new MeanSquaredError().cost(k, output)).isEqualTo(7);
        assertThat(new MeanSquaredError().dA(k, output).toArray()).containsExactly(1, -2, 0, 3);
    }

    @Test
    void halfOfItHasHalfTheGradient() {
        Output output = raw(new double[] {1, 2, 3, 4}, new double[] {0, 4, 3, 1});

        assertThat(new HalfMeanSquaredError().cost(k, output)).isEqualTo(3.5);
        assertThat(new HalfMeanSquaredError().dA(k, output).toArray()).containsExactly(0.5, -1, 0, 1.5);
    }

    @Test
    void upstreamIsASumAndItsOwnGradient() {
        Output output = raw(new double[] {1, 2, 3, 4}, new double[] {2, 0, -1, 5});

        assertThat(new Upstream().cost(k, output)).isEqualTo(19);
        assertThat(new Upstream().dA(k, output).toArray()).containsExactly(2, 0, -1, 5);
    }

    @Test
    void crossEntropyOfLogitsIsThatOfTheirSoftmax() {
        Output output = raw(new double[] {0, LN3, 0, 0}, new double[] {1, 0, 0.5, 1});

        double cost = new SoftmaxCrossEntropy().cost(k, output);
        Matrix dA = new SoftmaxCrossEntropy().dA(k, output);

        assertThat(cost).isCloseTo((Math.log(4) + 1.5 * LN2) / 2, ROUNDING);
        assertThat(dA.toArray()).containsExactly(new double[] {-0.375, 0.375, 0.125, -0.125}, ROUNDING);
    }

    @Test
    void crossEntropyOfProbabilitiesHasThatOfTheLogits() {
        Output output = softmax(new double[] {0, LN3, 0, 0}, new double[] {1, 0, 0.5, 1});

        double cost = new CrossEntropy().cost(k, output);
        Matrix dA = new CrossEntropy().dA(k, output);
        Matrix dZ = new CrossEntropy().dArgument(k, output).orElseThrow();

        assertThat(cost).isCloseTo((Math.log(4) + 1.5 * LN2) / 2, ROUNDING);
        assertThat(dA.toArray()).containsExactly(new double[] {-2, 0, -0.5, -1}, ROUNDING);
        assertThat(dZ.toArray()).containsExactly(new double[] {-0.375, 0.375, 0.125, -0.125}, ROUNDING);
    }

    @Test
    void binaryCrossEntropyOfLogitsIsThatOfTheirSigmoid() {
        Output output = raw(new double[] {LN3, 0}, new double[] {1, 0.25});

        double cost = new SigmoidBinaryCrossEntropy().cost(k, output);
        Matrix dA = new SigmoidBinaryCrossEntropy().dA(k, output);

        assertThat(cost).isCloseTo((Math.log(4.0 / 3) + LN2) / 2, ROUNDING);
        assertThat(dA.toArray()).containsExactly(new double[] {-0.125, 0.125}, ROUNDING);
    }

    @Test
    void binaryCrossEntropyOfProbabilitiesHasThatOfTheLogits() {
        Output output = sigmoid(new double[] {LN3, 0}, new double[] {1, 0.25});

        double cost = new BinaryCrossEntropy().cost(k, output);
        Matrix dA = new BinaryCrossEntropy().dA(k, output);
        Matrix dZ = new BinaryCrossEntropy().dArgument(k, output).orElseThrow();

        assertThat(cost).isCloseTo((Math.log(4.0 / 3) + LN2) / 2, ROUNDING);
        assertThat(dA.toArray()).containsExactly(new double[] {-2.0 / 3, 0.5}, ROUNDING);
        assertThat(dZ.toArray()).containsExactly(new double[] {-0.125, 0.125}, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 50, 700})
    void keepTheDigitsOfASaturatedSigmoid(double z) {
        Output output = sigmoid(new double[] {z, -z}, new double[] {1, 0});

        double cost = new BinaryCrossEntropy().cost(k, output);
        double[] dZ =
                new BinaryCrossEntropy().dArgument(k, output).orElseThrow().toArray();

        assertThat(cost).isCloseTo(StrictMath.log1p(StrictMath.exp(-z)), DIGITS);
        assertThat(dZ[0]).isCloseTo(-StrictMath.exp(-z) / (1 + StrictMath.exp(-z)) / 2, DIGITS);
        assertThat(dZ[1]).isCloseTo(-dZ[0], DIGITS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 50, 700})
    void keepTheDigitsOfASaturatedSoftmax(double z) {
        Output output = softmax(new double[] {z, 0, 0, 0, z, 0}, new double[] {1, 0, 0, 0, 1, 0});

        double[] dZ = new CrossEntropy().dArgument(k, output).orElseThrow().toArray();

        double other = StrictMath.exp(-z) / (1 + 2 * StrictMath.exp(-z)) / 2;
        assertThat(dZ[0]).isCloseTo(-2 * other, DIGITS);
        assertThat(dZ[1]).isCloseTo(other, DIGITS);
        assertThat(dZ[4]).isCloseTo(-2 * other, DIGITS);
    }

    @Test
    void doNotOverflowWhereTheOutputIsWrong() {
        Output binary = sigmoid(new double[] {-800, 800}, new double[] {1, 0});
        Output classes = softmax(new double[] {-900, 900, 0, 0}, new double[] {1, 0, 1, 0});

        assertThat(new BinaryCrossEntropy().cost(k, binary)).isEqualTo(800);
        assertThat(new CrossEntropy().cost(k, classes)).isCloseTo((1800 + LN2) / 2, DIGITS);
        assertThat(new BinaryCrossEntropy().dArgument(k, binary).orElseThrow().toArray())
                .containsExactly(-0.5, 0.5);
    }

    @Test
    void haveNoTermOfAClassThatIsNotTheTarget() {
        Output output = softmax(new double[] {0, -2000, 0, 0}, new double[] {1, 0, 1, 0});

        assertThat(new CrossEntropy().dA(k, output).toArray()).containsExactly(new double[] {-0.5, 0, -1, 0}, ROUNDING);
    }
}
