package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The tensors of an answer by their names, such as {@code 1.backward.dZ}. */
final class AnswerTensors {
    private AnswerTensors() {}

    /** cost, dX and every member of each layer's forward and backward. */
    static Map<String, JsonNode> of(JsonNode answer) {
        Map<String, JsonNode> tensors = new LinkedHashMap<>();
        tensors.put("cost", answer.get("cost"));
        JsonNode layers = answer.get("layers");
        for (int l = 0; l < layers.size(); l++) {
            put(tensors, l + 1 + ".forward.", layers.get(l).get("forward"));
            put(tensors, l + 1 + ".backward.", layers.get(l).get("backward"));
        }
        tensors.put("dX", answer.get("dX"));
        return tensors;
    }

    private static void put(Map<String, JsonNode> tensors, String prefix, JsonNode members) {
        members.properties().forEach(member -> tensors.put(prefix + member.getKey(), member.getValue()));
    }

    /** The largest error is at most 1e-10 of the largest entry and 1e-12. */
    static void assertClose(String name, JsonNode got, JsonNode expected) {
        assertClose(name, got, expected, 1e-10, 1e-12);
    }

    /** The largest error is at most a share of the largest entry and something more. */
    static void assertClose(String name, JsonNode got, JsonNode expected, double relative, double more) {
        assertThat(shape(got)).as(name).isEqualTo(shape(expected));
        double[] x = numbers(got).toArray();
        double[] e = numbers(expected).toArray();
        double largest = Arrays.stream(e).map(Math::abs).max().orElse(0);
        double error = IntStream.range(0, e.length)
                .mapToDouble(i -> Math.abs(x[i] - e[i]))
                .max()
                .orElse(0);
        assertThat(error).as(name).isLessThanOrEqualTo(relative * largest + more);
    }

    /** The numbers of a tensor, row by row. */
    static DoubleStream numbers(JsonNode tensor) {
        return tensor.isArray()
                ? tensor.valueStream().flatMapToDouble(AnswerTensors::numbers)
                : DoubleStream.of(tensor.isString() ? Double.parseDouble(tensor.stringValue()) : tensor.doubleValue());
    }

    private static String shape(JsonNode tensor) {
        return tensor.isArray() ? tensor.size() + "×" + shape(tensor.get(0)) : "";
    }
}
