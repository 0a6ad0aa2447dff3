package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.check.noise.Worlds;
import dev.gradlens.check.noise.Worlds.Backward;
import dev.gradlens.network.Node;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class WrongGradientLawsTests {

    private static final int SETUPS = 150;
    private static final double CHANGE = 1e-5;

    static LongStream seeds() {
        return LongStream.range(1000, 1000 + SETUPS);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXACT")
    void failByEveryOtherRuleThatDiffers(BackwardRule rule) {
        int different = 0;

        for (long seed = 1000; seed < 1000 + SETUPS; seed++) {
            Setup setup = RandomSetups.of(Family.SMOOTH, seed);
            if (differs(gradients(setup, BackwardRule.EXACT), gradients(setup, rule))) {
                different++;
                assertThat(Checks.of(setup, Checks.by(rule)).verdict())
                        .as("seed " + seed)
                        .isEqualTo(Verdict.FAIL);
            }
        }

        assertThat(different).isGreaterThan(SETUPS / 2);
    }

    private static Map<Node, Values> gradients(Setup setup, BackwardRule rule) {
        return Checks.subject(setup, Checks.by(rule), Checks.REFERENCE).gradients();
    }

    private static boolean differs(Map<Node, Values> exact, Map<Node, Values> other) {
        return other.entrySet().stream()
                .anyMatch(gradient -> differs(exact.get(gradient.getKey()), gradient.getValue()));
    }

    private static boolean differs(Values exact, Values other) {
        double largest = Subject.largest(exact);
        for (int index = 0; index < exact.size(); index++) {
            if (Math.abs(exact.rowMajor()[index] - other.rowMajor()[index]) > CHANGE * largest) {
                return true;
            }
        }
        return false;
    }

    @Test
    void failInEveryEntryThatIsNotRounding() {
        int[] seen = new int[2];

        seeds().forEach(seed -> {
            Setup setup = RandomSetups.of(Family.SMOOTH, seed);
            EntryCheck check = entryCheck(setup, Planted.scaled(1 + CHANGE));
            gradients(setup, BackwardRule.EXACT).forEach((node, gradient) -> {
                for (int index = 0; index < gradient.size(); index++) {
                    Entry entry = check.check(node, new int[] {index}).getFirst();
                    boolean rounding = Math.abs(entry.numeric()) * CHANGE * 0.9 <= entry.uncertainty();
                    seen[rounding ? 0 : 1]++;
                    assertThat(rounding || entry.fails(Checks.TOLERANCE))
                            .as("seed %d, %s of %s", seed, entry, node)
                            .isTrue();
                }
            });
        });

        assertThat(seen[1]).isGreaterThan(9 * seen[0]);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void failInTheOneEntryThatIsWrong(long seed) {
        Setup setup = RandomSetups.of(Family.SMOOTH, seed);
        Map<Node, Values> exact = gradients(setup, BackwardRule.EXACT);
        Node node = new Random(seed)
                .ints(0, exact.size())
                .mapToObj(exact.keySet().stream().toList()::get)
                .filter(any -> Subject.largest(exact.get(any)) > 1e-3)
                .findFirst()
                .orElseThrow();
        int largest = indexOfLargest(exact.get(node));

        CheckReport report = Checks.of(setup, Planted.entry(node, largest, 1 + CHANGE));

        TensorReport tensor = Checks.tensor(report, node);
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.tensors().stream().filter(any -> any.verdict() == Verdict.FAIL))
                .containsExactly(tensor);
        assertThat(tensor.failed()).isOne();
        assertThat(tensor.worst().orElseThrow())
                .extracting(Entry::row, Entry::column)
                .containsExactly(
                        largest / exact.get(node).columns(),
                        largest % exact.get(node).columns());
    }

    private static int indexOfLargest(Values gradient) {
        int largest = 0;
        for (int index = 1; index < gradient.size(); index++) {
            largest = Math.abs(gradient.rowMajor()[index]) > Math.abs(gradient.rowMajor()[largest]) ? index : largest;
        }
        return largest;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doNotFailByWhatIsBelowEveryRounding(long seed) {
        Setup setup = RandomSetups.of(Family.SMOOTH, seed);

        CheckReport report = Checks.of(setup, Planted.scaled(1 + 1e-13));

        assertThat(report.tensors())
                .allSatisfy(tensor ->
                        assertThat(tensor.failed()).as(tensor.toString()).isZero());
    }

    private static EntryCheck entryCheck(Setup setup, Backward backward) {
        Subject subject = Checks.subject(setup, backward, Checks.REFERENCE);
        return new EntryCheck(
                subject,
                new Worlds(setup, Checks.REFERENCE, backward, 0),
                Checks.TOLERANCE,
                Method.of(Oracle.COMPLEX_STEP));
    }
}
