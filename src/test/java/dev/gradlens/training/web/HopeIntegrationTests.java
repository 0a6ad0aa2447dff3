package dev.gradlens.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.ServiceClient;
import dev.gradlens.training.TrainingClient;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whether one may ignore batch normalization in the backward pass, and when one does not notice. */
class HopeIntegrationTests extends ServiceClient {
    private static final List<String> WRONG = List.of("skipNormalization", "statisticsAsConstants");

    @Test
    void leadsAstrayWhereExamplesLieOffCentre() {
        TrainingClient client = new TrainingClient(address());
        String data = spirals(client, 20);

        JsonNode exact = trained(client, data, "exact");
        List<JsonNode> wrong =
                WRONG.stream().map(rule -> trained(client, data, rule)).toList();

        assertThat(endOf(exact, "cost")).isLessThan(0.15);
        assertThat(drift(exact)).isLessThan(1e-9);
        assertThat(wrong).allSatisfy(metrics -> {
            assertThat(endOf(metrics, "cost")).isGreaterThan(0.2);
            assertThat(drift(metrics)).isGreaterThan(1);
        });
    }

    @Test
    void goesUnnoticedWhereExamplesAreCentred() {
        TrainingClient client = new TrainingClient(address());
        String data = spirals(client, 0);

        for (String rule : List.of("exact", "skipNormalization", "statisticsAsConstants")) {
            String id = client.train("""
                    {"network": %s, "data": {"dataset": "%s"}, "optimizer": {"type": "sgd", "learningRate": 0.5},
                     "batchSize": 256, "epochs": 500, "initialization": {"scheme": "xavier", "seed": 1}, "backward": "%s",
                     "metricsEvery": 100, "checkpointEvery": 0}
                    """.formatted(network(3), data, rule));
            assertThat(client.ended(id).path("cost").asDouble()).as(rule).isLessThan(0.01);
        }
    }

    private static String spirals(TrainingClient client, int offset) {
        return client.post(
                        "/v1/datasets",
                        "{\"generator\": \"spiral\", \"size\": 256, \"noise\": 0.02, \"seed\": 1, \"offset\": %d}"
                                .formatted(offset))
                .text("id");
    }

    private static JsonNode trained(TrainingClient client, String data, String rule) {
        String id = client.train("""
                {"network": %s, "data": {"dataset": "%s"}, "optimizer": {"type": "sgd", "learningRate": 0.5},
                 "batchSize": 32, "lastBatch": "drop", "epochs": 63, "initialization": {"scheme": "xavier", "seed": 1}, "seed": 1,
                 "backward": "%s"}
                """.formatted(network(6), data, rule));
        client.ended(id);
        return client.get("/v1/trainings/" + id + "/metrics").body();
    }

    private static String network(int depth) {
        String layers = Collections.nCopies(
                        depth,
                        "{\"type\": \"dense\", \"units\": 16, \"normalization\": {\"type\": \"batch\"}, \"activation\": \"tanh\"}")
                .stream()
                .collect(Collectors.joining(","));
        return "{\"inputs\": 2, \"layers\": [%s, {\"type\": \"dense\", \"units\": 1, \"activation\": \"sigmoid\"}], \"loss\": \"binaryCrossEntropy\"}"
                .formatted(layers);
    }

    /** The mean over the last 50 steps, as a batch is but a sample. */
    private static double endOf(JsonNode metrics, String name) {
        List<Double> series = StreamSupport.stream(
                        metrics.path("series").path(name).spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
        return series.subList(series.size() - 50, series.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    /** How far the bias moved that should have moved least of all: any before batch normalization. */
    private static double drift(JsonNode metrics) {
        return IntStream.rangeClosed(1, 6)
                .mapToDouble(layer -> endOf(metrics, "layer%d.b.drift".formatted(layer)))
                .max()
                .orElseThrow();
    }
}
