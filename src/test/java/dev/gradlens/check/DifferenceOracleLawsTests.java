package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Laws of the two oracles that subtract. */
class DifferenceOracleLawsTests {

    private static final int SETUPS = 24;

    private static List<Setup> setups(Family family) {
        return LongStream.range(0, SETUPS)
                .mapToObj(seed -> RandomSetups.of(family, seed))
                .toList();
    }

    private static CheckReport exact(Oracle oracle, Setup setup) {
        return Checks.of(oracle, setup, Checks.by(BackwardRule.EXACT));
    }

    @ParameterizedTest
    @CsvSource({
        "CENTRAL_DIFFERENCE, SMOOTH",
        "CENTRAL_DIFFERENCE, KINKED",
        "CENTRAL_DIFFERENCE, WILD",
        "RIDDERS, SMOOTH",
        "RIDDERS, KINKED",
        "RIDDERS, WILD"
    })
    void failNoCorrectGradient(Oracle oracle, Family family) {
        List<Setup> setups = setups(family);

        for (Setup setup : setups) {
            assertThat(Checks.failed(exact(oracle, setup))).as(setup.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COMPLEX_STEP")
    void decideNearlyEveryEntryOfASmoothNetwork(Oracle oracle) {
        List<TensorReport> tensors = setups(Family.SMOOTH).stream()
                .flatMap(setup -> exact(oracle, setup).tensors().stream())
                .toList();

        long undecided = tensors.stream().mapToLong(Checks::undecided).sum();
        long checked = tensors.stream().mapToLong(TensorReport::checked).sum();

        assertThat(undecided).isLessThan(checked / 50);
    }

    @ParameterizedTest
    @CsvSource({
        "CENTRAL_DIFFERENCE, STATISTICS_AS_CONSTANTS",
        "CENTRAL_DIFFERENCE, SKIP_NORMALIZATION",
        "RIDDERS, STATISTICS_AS_CONSTANTS",
        "RIDDERS, SKIP_NORMALIZATION"
    })
    void failEveryOtherRuleThatTheComplexStepFails(Oracle oracle, BackwardRule rule) {
        int wrong = 0;

        for (Setup setup : setups(Family.SMOOTH)) {
            Verdict byComplexStep = Checks.of(setup, Checks.by(rule)).verdict();
            if (byComplexStep == Verdict.FAIL) {
                wrong++;
                assertThat(Checks.of(oracle, setup, Checks.by(rule)).verdict())
                        .as(setup.toString())
                        .isEqualTo(Verdict.FAIL);
            }
        }

        assertThat(wrong).isGreaterThan(SETUPS / 2);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COMPLEX_STEP")
    void passNoEntryThatIsWrongByMoreThanTheToleranceOfItsTensor(Oracle oracle) {
        double change = 1 + 20 * oracle.tolerance();

        for (Setup setup : setups(Family.SMOOTH)) {
            CheckReport report = Checks.of(oracle, setup, Planted.scaled(change));
            for (TensorReport tensor : report.tensors()) {
                boolean isZero = tensor.inconclusive().getOrDefault(Reason.BOTH_ZERO, 0) == tensor.checked();
                assertThat(isZero || tensor.verdict() != Verdict.PASS)
                        .as(tensor.toString())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLEX_STEP, 0.5, TRUNCATION",
        "CENTRAL_DIFFERENCE, 0.5, TRUNCATION",
        "CENTRAL_DIFFERENCE, 1e-14, ROUND_OFF",
        "CENTRAL_DIFFERENCE, 1e-300, ROUND_OFF",
        "COMPLEX_STEP, 1e-320, ROUND_OFF",
        "RIDDERS, 1e-14, ROUND_OFF"
    })
    void blameTheStepThatWasGiven(Oracle oracle, double step, Reason reason) {
        Setup setup = RandomSetups.of(Family.SMOOTH, 3);
        Method method = new Method(oracle, OptionalDouble.of(step));

        CheckReport report =
                Checks.of(method, setup, Checks.by(BackwardRule.EXACT), Sampling.everything(), Checks.REFERENCE);

        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.step()).isEqualTo(step);
        assertThat(report.tensors()).anyMatch(tensor -> tensor.reason().equals(Optional.of(reason)));
    }
}
