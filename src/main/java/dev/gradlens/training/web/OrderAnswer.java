package dev.gradlens.training.web;

import dev.gradlens.network.training.ExampleOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;

/**
 * In which order an epoch takes the examples: with the checkpoint of step 0 all that it takes to repeat a training elsewhere.
 *
 * @param epoch from 1
 * @param examples the rows of the data, from 0, of each batch; a step is taken for each batch
 * @param validation the rows that are kept apart, ascending
 */
@Schema(name = "ExampleOrder")
record OrderAnswer(int epoch, List<List<Integer>> examples, List<Integer> validation) {

    static OrderAnswer of(ExampleOrder order, int epoch) {
        return new OrderAnswer(
                epoch,
                Arrays.stream(order.batches(epoch)).map(OrderAnswer::list).toList(),
                list(order.validation()));
    }

    private static List<Integer> list(int[] rows) {
        return Arrays.stream(rows).boxed().toList();
    }
}
