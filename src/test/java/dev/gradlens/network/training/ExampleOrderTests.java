package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.network.training.ExampleOrder.LastBatch;
import dev.gradlens.random.RandomStream;
import dev.gradlens.random.RandomStream.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleOrderTests {

    private static ExampleOrder order(int rows, double fraction, int batchSize) {
        return new ExampleOrder(7, rows, fraction, batchSize, LastBatch.KEEP);
    }

    private static int[] flat(int[][] batches) {
        return Stream.of(batches).flatMapToInt(Arrays::stream).toArray();
    }

    @Test
    void mixesTheTrainingRowsAsFisherAndYatesDo() {
        RandomStream stream = new RandomStream(7, Purpose.SHUFFLE, 3);
        List<Integer> rows = new ArrayList<>(
                Arrays.stream(order(20, 0.25, 4).training()).boxed().toList());
        for (int i = rows.size() - 1; i > 0; i--) {
            rows.set(i, rows.set(stream.below(i + 1), rows.get(i)));
        }

        int[] epoch = flat(order(20, 0.25, 4).batches(3));

        assertThat(epoch).containsExactly(rows.stream().mapToInt(row -> row).toArray());
    }

    @Test
    void keepsTheFirstOfAllRowsMixedForValidation() {
        RandomStream stream = new RandomStream(7, Purpose.VALIDATION, 0);
        int[] rows = IntStream.range(0, 10).toArray();
        for (int i = 9; i > 0; i--) {
            int j = stream.below(i + 1);
            int exchanged = rows[i];
            rows[i] = rows[j];
            rows[j] = exchanged;
        }

        assertThat(order(10, 0.25, 4).validation())
                .containsExactly(IntStream.of(rows).limit(3).sorted().toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 101})
    void trainsOnEveryRowThatIsNotKeptOnceInAnEpoch(int rows) {
        ExampleOrder order = order(rows, 0.3, 4);

        for (int epoch = 1; epoch < 4; epoch++) {
            int[] trained = flat(order.batches(epoch));

            assertThat(trained).containsExactlyInAnyOrder(order.training());
            assertThat(IntStream.concat(IntStream.of(trained), IntStream.of(order.validation())))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, rows).boxed().toList());
        }
    }

    @Test
    void ordersEveryEpochAndEverySeedInAnotherWay() {
        ExampleOrder order = order(50, 0, 8);
        ExampleOrder other = new ExampleOrder(8, 50, 0, 8, LastBatch.KEEP);

        assertThat(order.batches(1)).isDeepEqualTo(order.batches(1));
        assertThat(flat(order.batches(1))).isNotEqualTo(flat(order.batches(2)));
        assertThat(flat(order.batches(1))).isNotEqualTo(flat(other.batches(1)));
    }

    @ParameterizedTest
    @CsvSource({"10,4,KEEP,3", "10,4,DROP,2", "8,4,KEEP,2", "8,4,DROP,2", "3,4,KEEP,1", "3,4,DROP,1", "9,1,DROP,9"})
    void countsTheBatchesThatItGives(int rows, int batchSize, LastBatch lastBatch, int expected) {
        ExampleOrder order = new ExampleOrder(7, rows, 0, batchSize, lastBatch);

        int[][] batches = order.batches(1);

        assertThat(batches).hasNumberOfRows(expected);
        assertThat(order.batchesInEpoch()).isEqualTo(expected);
        assertThat(Stream.of(batches).mapToInt(batch -> batch.length).limit(expected - 1L))
                .allMatch(length -> length == batchSize);
        assertThat(batches[expected - 1])
                .hasSize(lastBatch == LastBatch.DROP ? Math.min(rows, batchSize) : rows - (expected - 1) * batchSize);
    }

    @Test
    void leavesABatchOfAllRowsInAscendingOrder() {
        ExampleOrder order = order(12, 0.25, 9);

        assertThat(order.batches(2)).isDeepEqualTo(new int[][] {order.training()});
    }

    @ParameterizedTest
    @CsvSource({"0,0,1", "5,0,0", "5,-0.1,1", "5,0.9,1", "1,0.5,1", "5,NaN,1"})
    void rejectsWhatLeavesNothingToTrainOn(int rows, double fraction, int batchSize) {
        assertThatThrownBy(() -> order(rows, fraction, batchSize)).isInstanceOf(IllegalArgumentException.class);
    }
}
