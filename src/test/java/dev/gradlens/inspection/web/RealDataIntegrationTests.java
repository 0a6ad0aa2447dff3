package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.ServiceClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The data sets that are shipped, through networks of the size that people try on them. */
class RealDataIntegrationTests extends ServiceClient {

    private static List<String[]> rows(String file) {
        return text("data/" + file).lines().skip(1).map(line -> line.split(",")).toList();
    }

    private static List<double[]> features(List<String[]> rows) {
        return rows.stream()
                .map(row -> Arrays.stream(row, 0, row.length - 1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static List<String> classes(List<String[]> rows) {
        return rows.stream().map(row -> row[row.length - 1]).toList();
    }

    /** Weights as He et al. draw them, of the same numbers each time. */
    private static List<double[]> weights(int units, int inputs) {
        Random random = new Random(1);
        double scale = Math.sqrt(2.0 / inputs);
        return IntStream.range(0, units)
                .mapToObj(unit -> DoubleStream.generate(() -> scale * random.nextGaussian())
                        .limit(inputs)
                        .toArray())
                .toList();
    }

    private static Map<String, Object> dense(int units, int inputs) {
        return Map.of("W", weights(units, inputs), "b", new double[units]);
    }

    private JsonNode inspect(int hidden, int classes, List<double[]> x, List<Integer> labels) {
        int inputs = x.getFirst().length;
        Map<String, Object> batchNormalized = Map.of(
                "type", "dense", "units", hidden, "normalization", Map.of("type", "batch"), "activation", "relu");
        Map<String, Object> network = Map.of(
                "inputs",
                inputs,
                "layers",
                List.of(batchNormalized, Map.of("type", "dense", "units", classes)),
                "loss",
                "softmaxCrossEntropy");
        String request = json.writeValueAsString(Map.of(
                "network", network,
                "parameters", Map.of("layers", List.of(dense(hidden, inputs), dense(classes, hidden))),
                "batch", Map.of("X", x, "labels", labels),
                "gradientCheck", Map.of("maxPerTensor", 200)));
        return json.readTree(inspect(request).body());
    }

    @Test
    void checksABatchOfHandwrittenDigits() {
        List<String[]> rows = rows("digits.csv").subList(0, 64);
        List<Integer> labels = classes(rows).stream().map(Integer::valueOf).toList();

        JsonNode answer = inspect(32, 10, features(rows), labels);

        assertThat(answer.at("/gradientCheck/verdict").asString()).isEqualTo("PASS");
        assertThat(answer.at("/layers/0/forward/Znorm").size()).isEqualTo(64);
    }

    @Test
    void checksAllIrises() {
        List<String[]> rows = rows("iris.csv");
        List<String> species = Stream.of("setosa", "versicolor", "virginica").toList();
        List<Integer> labels = classes(rows).stream().map(species::indexOf).toList();

        JsonNode answer = inspect(8, 3, features(rows), labels);

        assertThat(answer.at("/gradientCheck/verdict").asString()).isEqualTo("PASS");
        assertThat(answer.at("/layers/0/forward/Znorm").size()).isEqualTo(150);
    }
}
