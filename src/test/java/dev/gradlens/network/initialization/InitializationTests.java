package dev.gradlens.network.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.initialization.Initialization.Scheme;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitializationTests {

    /** Two sines that are each right to an ulp, and the products behind them. */
    private static final double ROUNDING = 0x1p-50;

    private static LayerSpec dense(int units) {
        return new DenseSpec(units, true, null, new Identity());
    }

    private static List<LayerParameters<Values>> parameters(Initialization initialization, LayerSpec... layers) {
        return initialization.parameters(new NetworkSpec(3, List.of(layers), new MeanSquaredError(), 0));
    }

    private static double[] w(Initialization initialization, LayerSpec... layers) {
        return parameters(initialization, layers).getLast().w().rowMajor();
    }

    private static void assertClose(Values w, String expected) {
        double[] numbers =
                Stream.of(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertThat(w.size()).isEqualTo(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(Math.abs(w.rowMajor()[i] - numbers[i])).isLessThanOrEqualTo(ROUNDING * Math.abs(numbers[i]));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/initialization/values.csv", numLinesToSkip = 1)
    void makesTheNumbersOfAnotherImplementation(String scheme, long seed, double scale, String first, String second) {
        Scheme named = Scheme.valueOf(scheme.toUpperCase(Locale.ROOT));

        List<LayerParameters<Values>> parameters =
                parameters(new Initialization(named, seed, scale), dense(4), dense(2));

        assertClose(parameters.get(0).w(), first);
        assertClose(parameters.get(1).w(), second);
    }

    /** To the last bit, whatever the machine: whoever sees this fail has changed everybody's numbers. */
    @Test
    void neverChangesItsNumbers() {
        double[] w = w(new Initialization(Scheme.NORMAL, 0, 1), dense(1));

        assertThat(w).containsExactly(0.6261979555664858, -0.04662102381575019, -1.6783988767939044);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ZEROS")
    void spreadsByTheScheme(Scheme scheme) {
        double[] w = w(new Initialization(scheme, 4, 10), dense(400), dense(600));

        double deviation = Math.sqrt(Arrays.stream(w).map(x -> x * x).average().orElseThrow());
        double expected = 10
                * switch (scheme) {
                    case HE -> Math.sqrt(2 / 400.0);
                    case XAVIER -> Math.sqrt(2 / 1000.0);
                    case LECUN -> Math.sqrt(1 / 400.0);
                    case NORMAL -> 1;
                    case ZEROS -> 0;
                };
        assertThat(deviation / expected).isBetween(0.99, 1.01);
    }

    @Test
    void givesLayersTheirOwnNumbers() {
        Initialization initialization = new Initialization(Scheme.NORMAL, 1, 1);

        List<LayerParameters<Values>> two = parameters(initialization, dense(3), dense(3));
        List<LayerParameters<Values>> three = parameters(initialization, dense(3), dense(3), dense(1));

        assertThat(two.get(0).w().rowMajor()).doesNotContain(two.get(1).w().rowMajor());
        assertThat(three.get(0).w().rowMajor()).containsExactly(two.get(0).w().rowMajor());
        assertThat(three.get(1).w().rowMajor()).containsExactly(two.get(1).w().rowMajor());
    }

    @Test
    void keepsTheNumbersOfALayerWhereTheOneBeforeItIsNormalizedOrHasNoBias() {
        Initialization initialization = new Initialization(Scheme.HE, 1, 1);
        RmsNorm norm = new RmsNorm(new Epsilon(1, Placement.INSIDE_SQRT));

        assertThat(w(initialization, new DenseSpec(3, false, norm, new Identity()), dense(2)))
                .containsExactly(w(initialization, dense(3), dense(2)));
    }

    @Test
    void givesALayerWhatItHas() {
        RmsNorm norm = new RmsNorm(new Epsilon(1, Placement.INSIDE_SQRT));

        List<LayerParameters<Values>> parameters = parameters(
                new Initialization(Scheme.HE, 1, 1),
                new NormalizeSpec(norm, new Identity()),
                new DenseSpec(2, false, null, new Identity()),
                dense(4));

        assertThat(parameters.get(0)).isEqualTo(new LayerParameters<Values>(null, null, null, null, null, null));
        assertThat(parameters.get(1).b()).isNull();
        assertThat(parameters.get(2).b().rowMajor()).containsExactly(0, 0, 0, 0);
        assertThat(parameters.get(2).w().rows()).isEqualTo(4);
        assertThat(parameters.get(2).w().columns()).isEqualTo(2);
    }

    @Test
    void hasNoNegativeZeros() {
        assertThat(w(new Initialization(Scheme.ZEROS, 1, 1), dense(3))).containsOnly(0.0);
        assertThat(w(new Initialization(Scheme.HE, 1, 0), dense(3))).containsOnly(0.0);
    }

    @Test
    void countsUnitsAndInputsWithoutOverflow() {
        double deviation = Scheme.XAVIER.deviation(Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(deviation).isEqualTo(Math.sqrt(1.0 / Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1e301, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsScalesThatAreNegativeOrTooLarge(double scale) {
        assertThatThrownBy(() -> new Initialization(Scheme.HE, 0, scale))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a scale is from 0 to 1.0E300");
    }
}
