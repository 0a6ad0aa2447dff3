package dev.gradlens.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.ServiceClient;
import dev.gradlens.training.TrainingClient;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether what is trained has learned something. */
class DigitsIntegrationTests extends ServiceClient {

    @Test
    void tellsHandwrittenDigitsApart() {
        TrainingClient client = new TrainingClient(address());

        List<String> ids = IntStream.rangeClosed(1, 10)
                .mapToObj(seed -> client.train("""
                        {"network": {"inputs": 64, "loss": "softmaxCrossEntropy", "layers": [
                            {"type": "dense", "units": 32, "normalization": {"type": "batch"}, "activation": "relu"},
                            {"type": "dense", "units": 16, "normalization": {"type": "batch"}, "activation": "relu"},
                            {"type": "dense", "units": 10}]},
                         "data": {"dataset": "digits"}, "standardize": true, "validationFraction": 0.2, "precision": "float32",
                         "optimizer": {"type": "adam", "learningRate": 0.01}, "batchSize": 32, "epochs": 20,
                         "metricsEvery": 0, "checkpointEvery": 0, "initialization": {"scheme": "he", "seed": %d}, "seed": %d}
                        """.formatted(seed, seed)))
                .toList();
        double[] accuracies = ids.stream()
                .mapToDouble(id -> client.ended(id).path("validationAccuracy").asDouble())
                .sorted()
                .toArray();

        assertThat((accuracies[4] + accuracies[5]) / 2).as("median").isGreaterThanOrEqualTo(0.97);
        assertThat(accuracies[0]).as("worst").isGreaterThan(0.94);
    }
}
