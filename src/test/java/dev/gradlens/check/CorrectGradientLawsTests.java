package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorrectGradientLawsTests {

    /** Beside the largest entry of the whole gradient: what cancellation has left so little of is mostly rounding. */
    private static final double TINY = 1e-5;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void passWhereEverythingIsSmooth(long seed) {
        Setup setup = RandomSetups.of(Family.SMOOTH, seed);

        CheckReport report = Checks.exact(setup);

        double largest = Checks.largest(report);
        assertThat(report.tensors())
                .allSatisfy(tensor -> assertThat(tensor.isRight() || isTiny(tensor, largest))
                        .as(tensor.toString())
                        .isTrue());
        assertThat(report.verdict()).isNotEqualTo(Verdict.FAIL);
    }

    private static boolean isTiny(TensorReport tensor, double largest) {
        return tensor.verdict() == Verdict.INCONCLUSIVE
                && tensor.reason().orElseThrow() == Reason.ROUND_OFF
                && Math.abs(tensor.worst().orElseThrow().analytic()) < TINY * largest;
    }

    @Test
    void passAsAWholeInNearlyEverySmoothNetwork() {
        List<Setup> setups = setups(Family.SMOOTH);

        long passed = setups.stream()
                .filter(setup -> Checks.exact(setup).verdict() == Verdict.PASS)
                .count();

        assertThat(passed).isGreaterThanOrEqualTo(setups.size() * 99L / 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doNotFailBesideAKink(long seed) {
        Setup setup = RandomSetups.of(Family.KINKED, seed);

        CheckReport report = Checks.exact(setup);

        assertThat(report.tensors())
                .allSatisfy(tensor ->
                        assertThat(tensor.verdict()).as(tensor.toString()).isNotEqualTo(Verdict.FAIL));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doNotFailOnWildNumbers(long seed) {
        Setup setup = RandomSetups.of(Family.WILD, seed);

        CheckReport report = Checks.exact(setup);

        assertThat(report.tensors())
                .allSatisfy(tensor ->
                        assertThat(tensor.verdict()).as(tensor.toString()).isNotEqualTo(Verdict.FAIL));
    }

    @ParameterizedTest
    @EnumSource
    void doNotFailOnABatchOfEqualExamples(Family family) {
        seeds().mapToObj(seed -> RandomSetups.repeating(family, seed))
                .forEach(setup -> assertThat(Checks.failed(Checks.exact(setup)))
                        .as(setup.toString())
                        .isEmpty());
    }

    @Test
    void leaveHardlyAnEntryUndecidedBesideAKink() {
        List<CheckReport> reports =
                setups(Family.KINKED).stream().map(Checks::exact).toList();

        long undecided = reports.stream()
                .flatMap(report -> report.tensors().stream())
                .mapToLong(Checks::undecided)
                .sum();
        long checked = reports.stream()
                .flatMap(report -> report.tensors().stream())
                .mapToLong(TensorReport::checked)
                .sum();
        assertThat(undecided).isLessThanOrEqualTo(checked / 1000);
    }

    private static List<Setup> setups(Family family) {
        return seeds().mapToObj(seed -> RandomSetups.of(family, seed)).toList();
    }
}
