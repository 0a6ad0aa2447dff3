package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTests {

    @ParameterizedTest
    @CsvSource({"10, 3, 3", "10, 10, 10", "10, 11, 10", "1, 1, 1", "7, 0, 0", "1000000, 5, 5"})
    void takesExactlyAsManyAsItMay(int size, int maximum, int taken) {
        int[] indices = new Sampling(maximum, 4).indices(size);

        assertThat(indices).hasSize(taken);
    }

    @Test
    void takesEverythingInOrderWhereItMay() {
        int[] indices = Sampling.everything().indices(5);

        assertThat(indices).containsExactly(0, 1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, -9})
    void takesDifferentEntriesEvenly(long seed) {
        Random seeded = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            int size = 2 + seeded.nextInt(5000);
            int maximum = 1 + seeded.nextInt(size - 1);

            int[] indices = new Sampling(maximum, seed).indices(size);

            double step = (double) size / maximum;
            assertThat(indices[0]).isBetween(0, (int) step);
            for (int i = 1; i < indices.length; i++) {
                assertThat((double) indices[i] - indices[i - 1])
                        .isBetween(Math.max(1, Math.floor(step)), Math.ceil(step));
            }
            assertThat(indices[maximum - 1]).isBetween((int) Math.floor(size - step) - 1, size - 1);
        }
    }

    @Test
    void beginsElsewhereWithAnotherSeed() {
        long different = LongStream.range(0, 50)
                .mapToObj(seed -> Arrays.toString(new Sampling(3, seed).indices(1000)))
                .distinct()
                .count();

        assertThat(different).isGreaterThan(30);
        assertThat(new Sampling(3, 8).indices(1000)).isEqualTo(new Sampling(3, 8).indices(1000));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void limitsEveryTensorOfACheck(int maximum) {
        Setup setup = RandomSetups.of(Family.SMOOTH, 8);

        CheckReport report =
                Checks.of(setup, Checks.by(BackwardRule.EXACT), new Sampling(maximum, 3), Checks.REFERENCE);

        assertThat(report.tensors())
                .allSatisfy(tensor -> assertThat(tensor.checked()).isEqualTo(Math.min(tensor.size(), maximum)));
    }

    @Test
    void doesNotSeeWhatItDoesNotTake() {
        Setup setup = RandomSetups.of(Family.SMOOTH, 8);
        Node node = new Node(0, Kind.Z);
        Sampling one = new Sampling(1, 3);
        int size = Checks.subject(setup, Checks.by(BackwardRule.EXACT), Checks.REFERENCE)
                .gradient(node)
                .size();
        int taken = one.indices(size)[0];

        CheckReport seen = Checks.of(setup, Planted.entry(node, taken, 2), one, Checks.REFERENCE);
        CheckReport unseen = Checks.of(setup, Planted.entry(node, (taken + 1) % size, 2), one, Checks.REFERENCE);

        assertThat(Checks.tensor(seen, node).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Checks.tensor(unseen, node).verdict()).isNotEqualTo(Verdict.FAIL);
    }
}
