package dev.gradlens.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Node;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inspections in float32 beside the same ones in float64. */
class Float32LawsTests {

    private static final int SETUPS = 60;
    /** A gradient beyond it stands behind a variance so small that its digits are those of Z − mu, which has lost some. */
    private static final double WELL_SCALED = 1000;

    /** But for what is measured. */
    private static final Extra[] ALL =
            EnumSet.complementOf(EnumSet.of(Extra.RESOURCES)).toArray(Extra[]::new);

    static Stream<Normalization> normalizations() {
        return Normalizations.all();
    }

    private static InspectionResult in(Precision precision, String kernels, Setup setup, BackwardRule rule) {
        KernelsProvider provider = KernelsProviders.start(kernels);
        return Inspections.of(provider, precision, setup, rule, GradientScale.MEAN_IN_PARAMETERS, ALL);
    }

    private static Setup rounded(Family family, long seed) {
        return RandomSetups.of(family, seed).rounded(Precision.FLOAT32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "blas", "nd4j"})
    void isWithin1e4OfFloat64InNorm(String kernels) {
        int compared = 0;
        for (Family family : List.of(Family.SMOOTH, Family.KINKED)) {
            for (long seed = 0; seed < SETUPS; seed++) {
                Setup setup = rounded(family, seed);
                Map<String, Values> exact = tensors(in(Precision.FLOAT64, "reference", setup, BackwardRule.EXACT));

                Map<String, Values> result = tensors(in(Precision.FLOAT32, kernels, setup, BackwardRule.EXACT));

                if (largestGradient(exact) < WELL_SCALED) {
                    assertClose(family + " " + seed, result, exact);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(SETUPS * 2 * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "blas", "nd4j"})
    void givesFloatsOnly(String kernels) {
        for (BackwardRule rule : BackwardRule.values()) {
            for (long seed = 0; seed < SETUPS / 3; seed++) {
                Setup setup = RandomSetups.of(Family.SMOOTH, seed);

                InspectionResult result = in(Precision.FLOAT32, kernels, setup, rule);

                assertThat(numbers(result)).allMatch(x -> Double.isNaN(x) || x == (float) x.doubleValue());
            }
        }
    }

    /** The last bits of nearly every tensor but the shortest tell that it was not computed in float64. */
    @ParameterizedTest
    @ValueSource(strings = {"reference", "blas", "nd4j"})
    void isNotFloat64ThatWasRoundedAtTheEnd(String kernels) {
        int tensors = 0;
        int different = 0;
        for (long seed = 0; seed < SETUPS / 3; seed++) {
            Setup setup = rounded(Family.SMOOTH, seed);
            Map<String, Values> exact = tensors(in(Precision.FLOAT64, "reference", setup, BackwardRule.EXACT));
            Map<String, Values> result = tensors(in(Precision.FLOAT32, kernels, setup, BackwardRule.EXACT));
            for (Map.Entry<String, Values> tensor : result.entrySet()) {
                double[] rounded = Objects.requireNonNull(exact.get(tensor.getKey()))
                        .rounded(Precision.FLOAT32)
                        .rowMajor();
                tensors++;
                different += Arrays.equals(rounded, tensor.getValue().rowMajor()) ? 0 : 1;
            }
        }

        assertThat(different).isGreaterThan(tensors * 2 / 3);
    }

    @Test
    void computesOnTheNumbersRoundedFirst() {
        Setup setup = RandomSetups.of(Family.SMOOTH, 3);

        InspectionResult given = in(Precision.FLOAT32, "reference", setup, BackwardRule.EXACT);
        InspectionResult rounded =
                in(Precision.FLOAT32, "reference", setup.rounded(Precision.FLOAT32), BackwardRule.EXACT);

        assertThat(numbers(given)).containsExactlyElementsOf(numbers(rounded));
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryLawOfExactGradients(Family family) {
        for (long seed = 0; seed < 2 * SETUPS; seed++) {
            InspectionResult result =
                    in(Precision.FLOAT32, "reference", RandomSetups.of(family, seed), BackwardRule.EXACT);

            assertThat(laws(result)).as("seed " + seed).allMatch(Law::holds);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "blas", "nd4j"})
    void keepsEveryLawOverALargeBatch(String kernels) {
        Setup setup = RandomSetups.normalizing(Normalizations.batchNorm(), 20_000, 3, 5);

        InspectionResult result = Inspections.of(
                KernelsProviders.start(kernels),
                Precision.FLOAT32,
                setup,
                BackwardRule.EXACT,
                GradientScale.COST,
                Extra.LAWS);

        assertThat(laws(result)).hasSize(4).allMatch(Law::holds);
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void breaksEveryLawByEveryOtherBackward(Normalization normalization) {
        Setup setup = RandomSetups.normalizing(normalization, 5, 4, 7);
        for (BackwardRule rule : List.of(BackwardRule.STATISTICS_AS_CONSTANTS, BackwardRule.SKIP_NORMALIZATION)) {
            assertThat(laws(in(Precision.FLOAT32, "reference", setup, rule)))
                    .isNotEmpty()
                    .noneMatch(Law::holds);
        }
    }

    @Test
    void neverAscendsByTheExactGradient() {
        for (long seed = 0; seed < SETUPS; seed++) {
            InspectionResult result =
                    in(Precision.FLOAT32, "reference", RandomSetups.of(Family.SMOOTH, seed), BackwardRule.EXACT);

            assertThat(result.descent().orElseThrow().curves().get(BackwardRule.EXACT))
                    .satisfies(
                            curve -> assertThat(curve.verdict().orElseThrow()).isNotEqualTo(Descent.Verdict.ASCENDS))
                    .satisfies(curve -> assertThat(curve.costs()[0]).isEqualTo(result.cost()));
        }
    }

    private static List<Law> laws(InspectionResult result) {
        return result.layers().stream()
                .flatMap(layer -> layer.laws().stream().flatMap(List::stream))
                .toList();
    }

    private static Map<String, Values> tensors(InspectionResult result) {
        Map<String, Values> tensors = new LinkedHashMap<>();
        for (int l = 0; l < result.layers().size(); l++) {
            LayerResult layer = result.layers().get(l);
            put(tensors, l + " Z", layer.z());
            put(tensors, l + " mu", layer.mu());
            put(tensors, l + " sigma2", layer.sigma2());
            put(tensors, l + " Znorm", layer.zNorm());
            put(tensors, l + " Ztilda", layer.zTilda());
            put(tensors, l + " A", layer.a());
            put(tensors, l + " runningMean", layer.runningMean());
            put(tensors, l + " runningVariance", layer.runningVariance());
        }
        for (Map.Entry<Node, Values> gradient : result.gradients().entrySet()) {
            put(tensors, "gradient " + gradient.getKey(), gradient.getValue());
        }
        return tensors;
    }

    private static void put(Map<String, Values> tensors, String name, @Nullable Values values) {
        if (values != null) {
            tensors.put(name, values);
        }
    }

    /** Every number of a result that the kernels computed. */
    private static List<Double> numbers(InspectionResult result) {
        List<Double> numbers = new ArrayList<>(List.of(result.cost()));
        tensors(result).values().forEach(values -> add(numbers, values.rowMajor()));
        for (Law law : laws(result)) {
            add(numbers, law.left());
            add(numbers, law.right());
            numbers.add(law.residual());
        }
        Descent descent = result.descent().orElseThrow();
        add(numbers, descent.steps());
        for (Descent.Curve curve : descent.curves().values()) {
            add(numbers, curve.costs());
            add(numbers, curve.linear());
            numbers.add(curve.slope());
        }
        result.layers()
                .forEach(layer -> layer.paths()
                        .ifPresent(paths -> add(numbers, paths.direct().rowMajor())));
        return numbers;
    }

    private static void add(List<Double> numbers, double[] more) {
        DoubleStream.of(more).forEach(numbers::add);
    }

    /** A gradient that is left over from larger ones, such as db before a batch normalization, has their rounding. */
    private static void assertClose(String name, Map<String, Values> got, Map<String, Values> exact) {
        assertThat(got).containsOnlyKeys(exact.keySet());
        exact.forEach((tensor, values) -> {
            double allowed = 1e-4 * Vectors.norm(values.rowMajor())
                    + (tensor.startsWith("gradient") ? 1e-6 * largestGradient(exact) : 0);
            assertThat(distance(Objects.requireNonNull(got.get(tensor)).rowMajor(), values.rowMajor()))
                    .as(name + " " + tensor)
                    .isLessThanOrEqualTo(allowed);
        });
    }

    private static double largestGradient(Map<String, Values> tensors) {
        return tensors.entrySet().stream()
                .filter(tensor -> tensor.getKey().startsWith("gradient"))
                .mapToDouble(tensor -> Vectors.norm(tensor.getValue().rowMajor()))
                .max()
                .orElseThrow();
    }

    private static double distance(double[] x, double[] y) {
        double[] difference = new double[x.length];
        Arrays.setAll(difference, i -> x[i] - y[i]);
        return Vectors.norm(difference);
    }
}
