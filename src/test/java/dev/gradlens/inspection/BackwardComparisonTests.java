package dev.gradlens.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.inspection.BackwardComparison.TensorComparison;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackwardComparisonTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);
    private static final Node NODE = new Node(0, Kind.W);

    private static TensorComparison compared(double[] x, double[] e) {
        return BackwardComparison.of(
                        BackwardRule.SKIP_NORMALIZATION, Map.of(NODE, Values.row(x)), Map.of(NODE, Values.row(e)))
                .tensors()
                .getFirst();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-200, 1e200})
    void measuresAngleDistanceAndLength(double scale) {
        TensorComparison comparison = compared(new double[] {3 * scale, 4 * scale}, new double[] {3 * scale, 0});

        assertThat(comparison.cosine()).isCloseTo(0.6, ROUNDING);
        assertThat(comparison.relativeError()).isCloseTo(4.0 / 3, ROUNDING);
        assertThat(comparison.normRatio()).isCloseTo(5.0 / 3, ROUNDING);
    }

    @Test
    void seesOppositeAndEqualDirections() {
        assertThat(compared(new double[] {-1, 2}, new double[] {2, -4}).cosine())
                .isEqualTo(-1);
        assertThat(compared(new double[] {2, 4}, new double[] {2, 4})).isEqualTo(new TensorComparison(NODE, 1, 0, 1));
    }

    @Test
    void hasNoQuotientOfZeros() {
        TensorComparison zeros = compared(new double[2], new double[2]);
        TensorComparison ofNothing = compared(new double[] {1, 0}, new double[2]);

        assertThat(zeros.relativeError()).isZero();
        assertThat(zeros.cosine()).isNaN();
        assertThat(zeros.normRatio()).isNaN();
        assertThat(ofNothing.relativeError()).isInfinite();
        assertThat(ofNothing.cosine()).isNaN();
    }

    @Test
    void letsNaNThrough() {
        TensorComparison comparison = compared(new double[] {Double.NaN, 1}, new double[] {1, 1});

        assertThat(List.of(comparison.cosine(), comparison.relativeError(), comparison.normRatio()))
                .containsOnly(Double.NaN);
    }

    @Test
    void leavesOutWhatOnlyOneOfThemHas() {
        Node other = new Node(0, Kind.MU);

        BackwardComparison comparison = BackwardComparison.of(
                BackwardRule.SKIP_NORMALIZATION,
                Map.of(NODE, Values.row(1)),
                Map.of(NODE, Values.row(1), other, Values.row(1)));

        assertThat(comparison.tensors()).extracting(TensorComparison::node).containsExactly(NODE);
    }

    static Stream<Normalization> normalizations() {
        return Normalizations.all();
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void setsBothOtherBackwardsBesideTheExactOne(Normalization normalization) {
        Setup setup = RandomSetups.normalizing(normalization, 5, 4, 2);

        List<BackwardComparison> comparisons =
                Inspections.of(setup, Extra.COMPARE_BACKWARDS).comparison().orElseThrow();

        assertThat(comparisons)
                .extracting(BackwardComparison::rule)
                .containsExactly(BackwardRule.STATISTICS_AS_CONSTANTS, BackwardRule.SKIP_NORMALIZATION);
        assertThat(comparisons).allSatisfy(comparison -> {
            assertThat(of(comparison, Kind.Z).relativeError()).isGreaterThan(0.01);
            assertThat(of(comparison, Kind.GAMMA).relativeError()).isZero();
            assertThat(comparison.tensors())
                    .extracting(tensor -> tensor.node().kind())
                    .doesNotContain(Kind.SIGMA2, Kind.MU);
        });
    }

    private static TensorComparison of(BackwardComparison comparison, Kind kind) {
        return comparison.tensors().stream()
                .filter(tensor -> tensor.node().equals(new Node(0, kind)))
                .findFirst()
                .orElseThrow();
    }
}
