package dev.gradlens.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.HandPaths;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PathsTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    static Stream<Normalization> normalizations() {
        return Normalizations.all();
    }

    private static PathsResult paths(InspectionResult result) {
        return result.layers().getFirst().paths().orElseThrow();
    }

    private static void assertSame(Values actual, Values expected) {
        assertThat(actual.rowMajor()).containsExactly(expected.rowMajor(), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void areThoseDerivedByHand(Normalization normalization) {
        for (long seed = 0; seed < 20; seed++) {
            Setup setup = RandomSetups.normalizing(normalization, 2 + (int) seed % 5, 2 + (int) seed % 4, seed);

            InspectionResult result = Inspections.of(setup, Extra.PATHS);

            HandPaths hand = HandPaths.of(
                    normalization,
                    result.layers().getFirst().z(),
                    result.gradients().get(new Node(0, Kind.Z_NORM)));
            assertSame(paths(result).direct(), hand.combined(1, 0, 0));
            assertSame(paths(result).throughVariance(), hand.combined(0, 0, -1));
            if (normalization instanceof RmsNorm) {
                assertThat(paths(result).throughMean()).isNull();
            } else {
                assertSame(paths(result).throughMean(), hand.combined(0, -1, 0));
            }
            assertSame(result.gradients().get(new Node(0, Kind.Z)), hand.combined(1, -1, -1));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXACT")
    void haveTheDirectOneAloneWhereStatisticsAreConstants(BackwardRule rule) {
        Setup setup = RandomSetups.normalizing(Normalizations.batchNorm(), 5, 4, 1);

        InspectionResult result = Inspections.of(setup, rule, GradientScale.COST, Extra.PATHS);

        assertThat(paths(result).throughMean()).isNull();
        assertThat(paths(result).throughVariance()).isNull();
        assertSame(paths(result).direct(), result.gradients().get(new Node(0, Kind.Z)));
        assertThat(paths(result).norms()).containsOnlyKeys("direct");
    }

    @Test
    void haveTheDirectOneAloneInInference() {
        Setup training = RandomSetups.normalizing(Normalizations.batchNorm(), 5, 4, 1);
        Setup inference = new Setup(training.spec(), training.parameters(), training.batch(), Mode.INFERENCE);

        PathsResult paths = paths(Inspections.of(inference, Extra.PATHS));

        assertThat(paths.throughMean()).isNull();
        assertThat(paths.throughVariance()).isNull();
    }

    @Test
    void areShownAtTheScaleOfDZ() {
        DenseSpec layer = new DenseSpec(3, true, Normalizations.batchNorm(), new Identity());
        Setup setup = RandomSetups.filled(new NetworkSpec(2, List.of(layer), new MeanSquaredError(), 0), 4, 9);

        InspectionResult ofJ = Inspections.of(setup, BackwardRule.EXACT, GradientScale.COST, Extra.PATHS);
        InspectionResult ofMTimesJ =
                Inspections.of(setup, BackwardRule.EXACT, GradientScale.MEAN_IN_PARAMETERS, Extra.PATHS);

        assertSame(paths(ofMTimesJ).direct(), paths(ofJ).direct().times(4));
        assertSame(paths(ofMTimesJ).throughMean(), paths(ofJ).throughMean().times(4));
        assertSame(
                paths(ofMTimesJ).throughVariance(), paths(ofJ).throughVariance().times(4));
    }

    @Test
    void haveFrobeniusNorms() {
        Values three = new Values(2, 1, new double[] {3, 4});
        PathsResult paths = new PathsResult(three, three.times(2), three.times(1e-200));

        Map<String, Double> norms = paths.norms();

        assertThat(norms).containsEntry("direct", 5.0).containsEntry("throughMean", 10.0);
        assertThat(norms.get("throughVariance")).isCloseTo(5e-200, Offset.offset(1e-210));
    }

    @Test
    void areAbsentWithoutNormalizationAndWhereNobodyAsked() {
        Setup plain = RandomSetups.filled(
                new NetworkSpec(2, List.of(new DenseSpec(3, true, null, new Identity())), new MeanSquaredError(), 0),
                4,
                9);

        assertThat(Inspections.of(plain, Extra.PATHS).layers().getFirst().paths())
                .isEmpty();
        assertThat(Inspections.of(RandomSetups.normalizing(Normalizations.batchNorm(), 5, 4, 1))
                        .layers()
                        .getFirst()
                        .paths())
                .isEmpty();
    }
}
