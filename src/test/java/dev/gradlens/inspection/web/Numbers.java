package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a tensor of an answer says, in whichever form it was written. Two are equal if they are bit for bit.
 *
 * @param shape its lengths along its axes
 * @param values row by row
 */
record Numbers(List<Integer> shape, List<Double> values) {

    /** Those of a computation in {@code float32} are read as such, so that no printed digit beyond counts. */
    static Numbers of(JsonNode tensor, String precision) {
        JsonNode nested = Forms.nested(tensor);
        DoubleStream values = AnswerTensors.numbers(nested);
        DoubleStream exact = precision.equals("float32") ? values.map(value -> (float) value) : values;
        return new Numbers(shape(nested), exact.boxed().toList());
    }

    private static List<Integer> shape(JsonNode nested) {
        return Stream.iterate(nested, JsonNode::isArray, array -> array.get(0))
                .map(JsonNode::size)
                .toList();
    }

    int rows() {
        return shape.getFirst();
    }

    private int columns() {
        return values.size() / rows();
    }

    double at(int row, int column) {
        return values.get(row * columns() + column);
    }

    double at(int entry) {
        return values.get(entry);
    }

    /** The numbers of one row. */
    double[] row(int row) {
        return IntStream.range(0, columns()).mapToDouble(j -> at(row, j)).toArray();
    }

    /** The matrix whose rows are the columns of this one. */
    Numbers transposed() {
        List<Double> turned = IntStream.range(0, values.size())
                .mapToObj(k -> at(k % rows(), k / rows()))
                .toList();
        return new Numbers(shape.reversed(), turned);
    }

    Numbers each(UnaryOperator<Double> change) {
        return new Numbers(shape, values.stream().map(change).toList());
    }

    /** The norm of the difference is at most a share of the expected norm and something more. */
    void assertNear(String name, Numbers expected, double relative, double more) {
        assertThat(shape).as(name).isEqualTo(expected.shape);
        double[] difference = IntStream.range(0, values.size())
                .mapToDouble(i -> at(i) - expected.at(i))
                .toArray();
        double allowed = relative * norm(expected.values.stream().mapToDouble(Double::doubleValue)) + more;
        assertThat(norm(DoubleStream.of(difference))).as(name).isLessThanOrEqualTo(allowed);
    }

    private static double norm(DoubleStream values) {
        return Math.sqrt(values.map(value -> value * value).sum());
    }
}
