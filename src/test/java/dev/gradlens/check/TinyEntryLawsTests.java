package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries that are tiny, all of a tensor alike, are decided as those that are 0 are: in all layers at once. */
class TinyEntryLawsTests {
    private static final int SETUPS = 30;

    private static Setup with(Setup setup, Kind kind, double size) {
        Batch batch = setup.batch();
        Batch moved = kind == Kind.X ? new Batch(tiny(batch.x(), size), batch.y()) : batch;
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (LayerParameters<Values> layer : setup.parameters()) {
            parameters.add(new LayerParameters<>(
                    kind == Kind.W ? tiny(layer.w(), size) : layer.w(),
                    kind == Kind.B ? tiny(layer.b(), size) : layer.b(),
                    kind == Kind.GAMMA ? tiny(layer.gamma(), size) : layer.gamma(),
                    kind == Kind.BETA ? tiny(layer.beta(), size) : layer.beta(),
                    layer.runningMean(),
                    layer.runningVariance()));
        }
        return new Setup(setup.spec(), parameters, moved, setup.mode());
    }

    private static @Nullable Values tiny(@Nullable Values values, double size) {
        return values == null ? null : values.times(size);
    }

    private static List<TensorReport> learnedAndInput(Oracle oracle, Kind kind, double size) {
        return LongStream.range(0, SETUPS)
                .mapToObj(seed -> with(RandomSetups.of(Family.SMOOTH, seed), kind, size))
                .flatMap(setup -> Checks.of(oracle, setup, Checks.by(BackwardRule.EXACT)).tensors().stream())
                .filter(tensor ->
                        tensor.node().kind().isParameter() || tensor.node().kind() == Kind.X)
                .toList();
    }

    private static void assertDecided(List<TensorReport> tensors, double most) {
        long undecided =
                tensors.stream().filter(tensor -> Checks.undecided(tensor) > 0).count();
        assertThat(tensors).noneMatch(tensor -> tensor.verdict() == Verdict.FAIL);
        assertThat(undecided).isLessThanOrEqualTo((long) (most * tensors.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLEX_STEP, B",
        "COMPLEX_STEP, BETA",
        "CENTRAL_DIFFERENCE, B",
        "CENTRAL_DIFFERENCE, BETA",
        "RIDDERS, B",
        "RIDDERS, BETA"
    })
    void decideNearlyEveryTensorWhereWhatIsAddedIsTiny(Oracle oracle, Kind kind) {
        for (double size : new double[] {1e-320, 1e-300, 1e-17, 1e-12, 1e-6}) {
            List<TensorReport> tensors = learnedAndInput(oracle, kind, size);

            assertDecided(tensors, 0.03);
        }
    }

    /** What is multiplied by tiny numbers has tiny gradients, some of which rounding hides from any difference. */
    @ParameterizedTest
    @CsvSource({
        "COMPLEX_STEP, W, 0.05",
        "COMPLEX_STEP, GAMMA, 0.05",
        "COMPLEX_STEP, X, 0.05",
        "CENTRAL_DIFFERENCE, W, 0.1",
        "CENTRAL_DIFFERENCE, GAMMA, 0.05",
        "CENTRAL_DIFFERENCE, X, 0.13",
        "RIDDERS, W, 0.1",
        "RIDDERS, GAMMA, 0.05",
        "RIDDERS, X, 0.13"
    })
    void decideMostTensorsWhereWhatIsMultipliedIsTiny(Oracle oracle, Kind kind, double most) {
        for (double size : new double[] {1e-320, 1e-17}) {
            List<TensorReport> tensors = learnedAndInput(oracle, kind, size);

            assertDecided(tensors, most);
        }
    }
}
