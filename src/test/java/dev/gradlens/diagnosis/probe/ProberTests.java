package dev.gradlens.diagnosis.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A probe parts the mistakes by numbers that can be read. */
class ProberTests {
    private static final KernelsProvider KERNELS = new ReferenceKernelsProvider();

    /** Of the best exercise that was found before by trying. */
    private static final double TWO_DIGITS = 4.5e-2;

    private static Probe probe(Plan plan) {
        return new Prober(KERNELS).probe(plan);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, -1, Long.MAX_VALUE})
    void partsEveryTwoMistakesByTwoDigits(long seed) {
        assertThat(probe(Plans.usual(seed)).separation().minimum()).isGreaterThan(TWO_DIGITS);
    }

    @ParameterizedTest
    @MethodSource("dev.gradlens.diagnosis.probe.Plans#ofEveryKind")
    void saysWhichTwoAreNearest(Plan plan) {
        Probe probe = probe(plan);

        Separation separation = probe.separation();
        Ways tensor = new Crowd(probe.exercise(), KERNELS).at(separation.site());
        DoubleStream distances = tensor.ways().stream()
                .filter(one -> one.mistake() == separation.one())
                .flatMapToDouble(one -> tensor.ways().stream()
                        .filter(other -> other.named().equals(separation.other()))
                        .mapToDouble(other -> one.distance(other, tensor.floor())));
        assertThat(distances).contains(separation.minimum());
    }

    @Test
    void staysFarAboveRoundingWhereEpsilonIsSmall() {
        Plan plan = Plans.of(Plans.batchNorm(1e-5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED), new Tanh(), 0);

        assertThat(probe(plan).separation().minimum()).isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {Plan.LEAST_EXAMPLES, 8, Plan.MOST})
    void isMadeForAnyNumberOfExamples(int examples) {
        Plan usual = Plans.usual(0);
        Plan plan = new Plan(usual.normalization(), usual.activation(), examples, Plan.LEAST_FEATURES, 0);

        assertThat(probe(plan).separation().minimum()).isGreaterThan(1e-3);
    }

    @Test
    void isTheSameForTheSamePlan() {
        Probe one = probe(Plans.usual(3));
        Probe other = probe(Plans.usual(3));

        assertThat(one).usingRecursiveComparison().isEqualTo(other);
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(probe(Plans.usual(3)).exercise().setup().batch().x().rowMajor())
                .isNotEqualTo(
                        probe(Plans.usual(4)).exercise().setup().batch().x().rowMajor());
    }

    @Test
    void hasNumbersThatCanBeRead() {
        Exercise exercise = probe(Plans.usual(0)).exercise();

        assertThat(Arrays.stream(exercise.setup().batch().x().rowMajor()).boxed())
                .allSatisfy(x -> assertThat(new BigDecimal(String.valueOf(x)).precision())
                        .isLessThanOrEqualTo(3));
    }

    @Test
    void hasGammasOfBothSigns() {
        Values gamma = requireNonNull(
                probe(Plans.usual(0)).exercise().setup().parameters().getFirst().gamma());

        assertThat(Arrays.stream(gamma.rowMajor()).map(Math::signum).boxed()).contains(1.0, -1.0);
    }
}
