package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.check.noise.Worlds.Backward;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients that were computed in float32. */
class SinglePrecisionLawsTests {

    private static final int SETUPS = 60;

    private static CheckReport check(Setup setup, Backward backward) {
        Setup rounded = setup.rounded(Precision.FLOAT32);
        Subject subject = Checks.subject(rounded, backward, Checks.REFERENCE).showing(computed(rounded, backward));
        GradientCheck check = new GradientCheck(
                Method.of(Oracle.COMPLEX_STEP),
                Targets.ALL,
                SinglePrecision.TOLERANCE,
                Sampling.everything(),
                Set.of());
        return check.run(subject, node -> 1, Checks.REFERENCE);
    }

    private static Map<Node, Values> computed(Setup setup, Backward backward) {
        try (Kernels kernels = Checks.REFERENCE.open(Precision.FLOAT32)) {
            Network network = setup.on(kernels);
            return backward.gradients(network, setup.forward(network));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverFailWhereTheFormulasAreRight(Family family) {
        for (long seed = 0; seed < SETUPS; seed++) {
            CheckReport report = check(RandomSetups.of(family, seed), Checks.by(BackwardRule.EXACT));

            assertThat(Checks.failed(report)).as("seed " + seed).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WILD")
    void passNearlyAlwaysOnModerateNumbers(Family family) {
        long passed = LongStream.range(0, SETUPS)
                .mapToObj(seed -> check(RandomSetups.of(family, seed), Checks.by(BackwardRule.EXACT)))
                .filter(report -> report.verdict() == Verdict.PASS)
                .count();

        assertThat(passed).isGreaterThan(SETUPS * 3 / 4);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXACT")
    void neverPassByAnotherRuleThatFailsInDoublePrecision(BackwardRule rule) {
        int wrong = 0;

        for (long seed = 0; seed < SETUPS; seed++) {
            Setup setup = RandomSetups.of(Family.SMOOTH, seed);
            if (Checks.of(setup.rounded(Precision.FLOAT32), Checks.by(rule)).verdict() == Verdict.FAIL) {
                wrong++;
                assertThat(check(setup, Checks.by(rule)).verdict())
                        .as("seed " + seed)
                        .isNotEqualTo(Verdict.PASS);
            }
        }

        assertThat(wrong).isGreaterThan(SETUPS / 2);
    }

    /** A hundred-thousandth is far below what float32 may be off by, and far above what float64 is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5})
    void tellAFormulaThatOnlyDoublePrecisionSeesToBeWrong(long seed) {
        CheckReport report = check(RandomSetups.of(Family.SMOOTH, seed), Planted.scaled(1 + 1e-5));

        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.tensors())
                .anyMatch(tensor -> tensor.failed() > 0 && tensor.verdict() == Verdict.INCONCLUSIVE);
    }
}
