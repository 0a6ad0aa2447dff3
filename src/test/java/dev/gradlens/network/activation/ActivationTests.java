package dev.gradlens.network.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTests {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Each elementary function is good to a few units in the last place; a dozen roundings follow. */
    private static final double ROUNDING = 32 * 0x1p-53;

    static Elementwise named(String name) {
        return switch (name) {
            case "identity" -> new Identity();
            case "relu" -> new Relu();
            case "leakyRelu" -> new LeakyRelu(LeakyRelu.DEFAULT_SLOPE);
            case "elu" -> new Elu(Elu.DEFAULT_ALPHA);
            case "elu2" -> new Elu(2);
            case "tanh" -> new Tanh();
            case "sigmoid" -> new Sigmoid();
            case "softplus" -> new Softplus();
            case "silu" -> new Silu();
            default -> new Gelu();
        };
    }

    static Stream<Elementwise> all() {
        return Stream.of("identity", "relu", "leakyRelu", "elu", "elu2", "tanh", "sigmoid", "softplus", "silu", "gelu")
                .map(ActivationTests::named);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "values.csv", numLinesToSkip = 1)
    void givesTheValueToTheLastDigits(String name, double z, double value, double slope) {
        double computed = value(named(name), z);

        assertThat(computed).isCloseTo(value, rounding(name, z, value));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "values.csv", numLinesToSkip = 1)
    void givesTheSlopeToTheLastDigits(String name, double z, double value, double slope) {
        double computed = slope(named(name), z);

        boolean crossesZero = z < 0 && (name.equals("silu") || name.equals("gelu"));
        double scale = crossesZero ? Math.max(Math.abs(slope), Math.abs(value)) : slope;
        assertThat(computed).isCloseTo(slope, rounding(name, z, scale));
    }

    /** What is subnormal has fewer digits; and exp(−z²/2) has as many fewer as z² is long. */
    private static Offset<Double> rounding(String name, double z, double scale) {
        double condition = name.equals("gelu") ? 1 + z * z / 32 : 1;
        return Offset.offset(ROUNDING * condition * Math.max(Math.abs(scale), 1e-300));
    }

    @ParameterizedTest
    @MethodSource("all")
    void treatsBothZerosAlike(Elementwise activation) {
        double atZero = value(activation, 0.0);
        double atNegativeZero = value(activation, -0.0);

        assertThat(atNegativeZero + 0.0).isEqualTo(atZero + 0.0);
        assertThat(slope(activation, -0.0)).isEqualTo(slope(activation, 0.0));
    }

    @ParameterizedTest
    @MethodSource("all")
    void letsNaNThrough(Elementwise activation) {
        double value = value(activation, Double.NaN);
        double derivative = slope(activation, Double.NaN);

        assertThat(value).isNaN();
        assertThat(derivative)
                .satisfiesAnyOf(
                        slope -> assertThat(slope).isNaN(),
                        slope -> assertThat(activation).isInstanceOf(Identity.class));
    }

    @ParameterizedTest
    @CsvSource({
        "identity, -Infinity, Infinity", "relu, 0, Infinity", "leakyRelu, -Infinity, Infinity", "elu, -1, Infinity",
        "elu2, -2, Infinity", "tanh, -1, 1", "sigmoid, 0, 1", "softplus, 0, Infinity"
    })
    void reachesItsLimits(String name, double below, double above) {
        Elementwise activation = named(name);

        double atMinusInfinity = value(activation, -INFINITY);
        double atInfinity = value(activation, INFINITY);

        assertThat(atMinusInfinity + 0.0).isEqualTo(below);
        assertThat(atInfinity).isEqualTo(above);
    }

    @ParameterizedTest
    @CsvSource({"relu, 0", "leakyRelu, 0.01", "elu, 1", "elu2, 2"})
    void hasTheLeftSlopeAtZero(String name, double left) {
        double slope = slope(named(name), 0);

        assertThat(slope).isEqualTo(left);
    }

    @Test
    void knowsWhichOfThemHaveAKink() {
        assertThat(all().filter(Activation::hasKink)).containsExactly(new Relu(), new LeakyRelu(0.01), new Elu(2));
        assertThat(new LeakyRelu(1).hasKink()).isFalse();
        assertThat(new LeakyRelu(-1).hasKink()).isTrue();
        assertThat(new Elu(1).hasKink()).isFalse();
        assertThat(new Softmax().hasKink()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void multipliesTheGradientByItsSlope(Elementwise activation) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            Matrix z = k.matrix(1, 2, new double[] {-0.7, 1.3});
            Matrix dA = k.matrix(1, 2, new double[] {3, -5});

            Matrix dZ = activation.backward(k, z, activation.forward(k, z), dA);

            assertThat(dZ.toArray()).containsExactly(3 * slope(activation, -0.7), -5 * slope(activation, 1.3));
        }
    }

    private static double value(Elementwise activation, double z) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            return activation.forward(k, k.matrix(1, 1, new double[] {z})).scalar();
        }
    }

    private static double slope(Elementwise activation, double z) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            return activation.slope(k, k.matrix(1, 1, new double[] {z})).scalar();
        }
    }
}
