package dev.gradlens.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.inspection.Law.Kind;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.Network;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LawsTests {

    private static final int SETUPS = 300;
    private static final int EXAMPLES = 5;
    private static final int UNITS = 4;

    static LongStream seeds() {
        return LongStream.range(0, SETUPS);
    }

    static Stream<Normalization> normalizations() {
        return Normalizations.all();
    }

    private static List<Law> laws(Setup setup, BackwardRule rule) {
        List<Law> laws = new ArrayList<>();
        Inspections.of(setup, rule, GradientScale.COST, Extra.LAWS)
                .layers()
                .forEach(layer -> layer.laws().ifPresent(laws::addAll));
        return laws;
    }

    private static Law law(List<Law> laws, Kind kind) {
        return laws.stream().filter(law -> law.kind() == kind).findFirst().orElseThrow();
    }

    private static Setup normalizing(Normalization normalization, long seed) {
        return RandomSetups.normalizing(normalization, EXAMPLES, UNITS, seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdForExactGradients(long seed) {
        Setup setup = RandomSetups.of(Family.SMOOTH, seed);

        List<Law> laws = laws(setup, BackwardRule.EXACT);

        assertThat(laws)
                .allSatisfy(law -> assertThat(law.holds()).as(law.toString()).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void holdForExactGradientsOfAnyNumbers(Family family) {
        for (long seed = 1000; seed < 1500; seed++) {
            assertThat(laws(RandomSetups.of(family, seed), BackwardRule.EXACT))
                    .as("seed " + seed)
                    .allMatch(Law::holds);
        }
    }

    @Test
    void holdWhereNothingIsLeftOfTheGradientButRounding() {
        BatchNorm usual = Normalizations.batchNorm();
        BatchNorm norm =
                new BatchNorm(new Epsilon(1e-14, Placement.INSIDE_SQRT), usual.varianceEstimator(), usual.running());
        for (long seed = 0; seed < 50; seed++) {
            Setup setup = RandomSetups.normalizing(norm, 2, UNITS, seed);

            assertThat(laws(setup, BackwardRule.EXACT)).hasSize(4).allMatch(Law::holds);
            assertThat(laws(setup, BackwardRule.STATISTICS_AS_CONSTANTS)).noneMatch(Law::holds);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areEachMetOften(Kind kind) {
        long met = seeds().mapToObj(seed -> laws(RandomSetups.of(Family.SMOOTH, seed), BackwardRule.EXACT))
                .filter(laws -> laws.stream().anyMatch(law -> law.kind() == kind))
                .count();

        assertThat(met).isGreaterThan(SETUPS / 5);
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void holdUnderEveryConvention(Normalization normalization) {
        for (long seed = 0; seed < 30; seed++) {
            assertThat(laws(normalizing(normalization, seed), BackwardRule.EXACT))
                    .allMatch(Law::holds);
        }
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void areBrokenByEveryOtherBackward(Normalization normalization) {
        for (BackwardRule rule : List.of(BackwardRule.STATISTICS_AS_CONSTANTS, BackwardRule.SKIP_NORMALIZATION)) {
            assertThat(laws(normalizing(normalization, 7), rule)).isNotEmpty().noneMatch(Law::holds);
        }
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void areBrokenByOneEntryOfDZ(Normalization normalization) {
        List<Law> laws = tampered(normalizing(normalization, 7), 1 + 1e-6, 1, 1);

        assertThat(kindsBroken(laws)).contains(Kind.GRADIENT_ALONG_NORMALIZED);
        assertThat(kindsBroken(laws).contains(Kind.GRADIENT_SUMS_TO_ZERO))
                .isEqualTo(!(normalization instanceof RmsNorm));
        assertThat(kindsBroken(laws)).doesNotContain(Kind.WEIGHTS_ALONG_GRADIENT, Kind.BIAS_GRADIENT_VANISHES);
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void areBrokenByOneEntryOfDW(Normalization normalization) {
        List<Law> laws = tampered(normalizing(normalization, 7), 1, 1 + 1e-6, 1);

        assertThat(kindsBroken(laws)).containsExactly(Kind.WEIGHTS_ALONG_GRADIENT);
    }

    @Test
    void areBrokenByABiasGradientThatDoesNotVanish() {
        List<Law> laws = tampered(normalizing(Normalizations.batchNorm(), 7), 1, 1, 1e12);

        assertThat(kindsBroken(laws)).contains(Kind.BIAS_GRADIENT_VANISHES).doesNotContain(Kind.GRADIENT_SUMS_TO_ZERO);
    }

    private static List<Kind> kindsBroken(List<Law> laws) {
        return laws.stream().filter(law -> !law.holds()).map(Law::kind).toList();
    }

    /** The laws of exact gradients of which the first entry of each has been multiplied. */
    private static List<Law> tampered(Setup setup, double dZ, double dW, double db) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            Network network = setup.on(k);
            Tape tape = setup.forward(network);
            LayerGradients exact = network.backward(tape, BackwardRule.EXACT).getFirst();
            LayerGradients tampered = new LayerGradients(
                    exact.dA(),
                    exact.dArgument(),
                    exact.normalization(),
                    first(k, dZ).apply(exact.dZ()),
                    first(k, dW).apply(exact.dW()),
                    first(k, db).apply(exact.db()),
                    exact.dAPrev());
            return Laws.of(network, 0, tape.layers().getFirst(), tampered).orElseThrow();
        }
    }

    private static UnaryOperator<Matrix> first(Kernels k, double factor) {
        return matrix -> {
            double[] entries = matrix.toArray();
            entries[0] *= factor;
            return k.matrix(matrix.rows(), matrix.columns(), entries);
        };
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void areThoseThatTheNormalizationHas(Normalization normalization) {
        List<Law> laws = laws(normalizing(normalization, 3), BackwardRule.EXACT);

        Map<Kind, Integer> entries = new EnumMap<>(Kind.class);
        laws.forEach(law -> entries.put(law.kind(), law.left().length));
        assertThat(entries)
                .isEqualTo(
                        switch (normalization) {
                            case BatchNorm batch ->
                                Map.of(
                                        Kind.GRADIENT_SUMS_TO_ZERO, UNITS,
                                        Kind.GRADIENT_ALONG_NORMALIZED, UNITS,
                                        Kind.WEIGHTS_ALONG_GRADIENT, UNITS,
                                        Kind.BIAS_GRADIENT_VANISHES, UNITS);
                            case LayerNorm layer ->
                                Map.of(
                                        Kind.GRADIENT_SUMS_TO_ZERO, EXAMPLES,
                                        Kind.GRADIENT_ALONG_NORMALIZED, EXAMPLES,
                                        Kind.WEIGHTS_ALONG_GRADIENT, 1);
                            case RmsNorm rms ->
                                Map.of(Kind.GRADIENT_ALONG_NORMALIZED, EXAMPLES, Kind.WEIGHTS_ALONG_GRADIENT, 1);
                        });
    }

    @Test
    void needWeightsAndABiasToSpeakOfThem() {
        List<Law> lone = laws(of(new NormalizeSpec(Normalizations.batchNorm(), new Tanh())), BackwardRule.EXACT);
        List<Law> unbiased =
                laws(of(new DenseSpec(3, false, Normalizations.batchNorm(), new Tanh())), BackwardRule.EXACT);

        assertThat(lone.stream().map(Law::kind))
                .containsExactly(Kind.GRADIENT_SUMS_TO_ZERO, Kind.GRADIENT_ALONG_NORMALIZED);
        assertThat(unbiased.stream().map(Law::kind))
                .containsExactly(
                        Kind.GRADIENT_SUMS_TO_ZERO, Kind.GRADIENT_ALONG_NORMALIZED, Kind.WEIGHTS_ALONG_GRADIENT);
        assertThat(unbiased).allMatch(Law::holds);
    }

    private static Setup of(LayerSpec layer) {
        return RandomSetups.filled(new NetworkSpec(3, List.of(layer), new Upstream(), 0.3), EXAMPLES, 4);
    }

    @Test
    void areAbsentWhereStatisticsAreFixed() {
        Setup training = normalizing(Normalizations.batchNorm(), 3);
        Setup inference = new Setup(training.spec(), training.parameters(), training.batch(), Mode.INFERENCE);

        Optional<List<Law>> laws =
                Inspections.of(inference, Extra.LAWS).layers().getFirst().laws();

        assertThat(laws).isEmpty();
    }

    @Test
    void areAbsentWithoutNormalizationAndWhereNobodyAsked() {
        Setup plain = of(new DenseSpec(3, true, null, new Identity()));

        assertThat(Inspections.of(plain, Extra.LAWS).layers().getFirst().laws()).isEmpty();
        assertThat(Inspections.of(normalizing(Normalizations.batchNorm(), 3))
                        .layers()
                        .getFirst()
                        .laws())
                .isEmpty();
    }

    @Test
    void showBothSidesAndTheLargestDifference() {
        Law law = Law.of(
                Precision.FLOAT64,
                Kind.GRADIENT_SUMS_TO_ZERO,
                new double[] {1, 3, 5},
                new double[] {1, 2.5, 7},
                new double[] {1, 1, 1});

        assertThat(law.residual()).isEqualTo(2);
        assertThat(law.holds()).isFalse();
    }

    @Test
    void holdWithinTheRoundingOfTheirTermsAndNoFarther() {
        Law within = Law.of(
                Precision.FLOAT64, Kind.GRADIENT_SUMS_TO_ZERO, new double[] {4.5e-13}, new double[1], new double[] {1});
        Law beyond = Law.of(
                Precision.FLOAT64, Kind.GRADIENT_SUMS_TO_ZERO, new double[] {4.6e-13}, new double[1], new double[] {1});

        assertThat(within.holds()).isTrue();
        assertThat(beyond.holds()).isFalse();
    }

    @Test
    void doNotHoldForNaN() {
        Law law = Law.of(
                Precision.FLOAT64,
                Kind.GRADIENT_SUMS_TO_ZERO,
                new double[] {0, Double.NaN},
                new double[2],
                new double[] {1, 1});

        assertThat(law.holds()).isFalse();
        assertThat(law.residual()).isNaN();
    }

    @Test
    void haveTheWeightDecayOnTheirRightSide() {
        Setup setup = normalizing(Normalizations.batchNorm(), 3);
        Law law = law(laws(setup, BackwardRule.EXACT), Kind.WEIGHTS_ALONG_GRADIENT);
        NetworkSpec spec = setup.spec();
        Setup without = new Setup(
                new NetworkSpec(spec.inputs(), spec.layers(), spec.loss(), 0),
                setup.parameters(),
                setup.batch(),
                setup.mode());

        Law lawWithout = law(laws(without, BackwardRule.EXACT), Kind.WEIGHTS_ALONG_GRADIENT);

        double squares = 0;
        for (int j = 0; j < spec.inputs(); j++) {
            squares += Math.pow(setup.parameters().getFirst().w().at(0, j), 2);
        }
        assertThat(law.right()[0] - lawWithout.right()[0])
                .isCloseTo(spec.weightDecay() * squares, Offset.offset(1e-12));
    }
}
