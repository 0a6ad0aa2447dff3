package dev.gradlens.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.ServiceClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The service with its models, and a client of them. */
abstract class ModelService extends ServiceClient {
    static final String JSON = "application/json";
    static final String PARTS = "multipart/form-data; boundary=limit";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Batch, rms and no normalization, a layer without b, and numbers that no few digits say. */
    static final String MODEL = """
            {"name": "three layers",
             "network": {"inputs": 2, "loss": "softmaxCrossEntropy", "weightDecay": 0.01, "layers": [
               {"type": "dense", "units": 3, "normalization": {"type": "batch", "epsilon": 1e-3}, "activation": "tanh"},
               {"type": "normalize", "normalization": {"type": "rms"}},
               {"type": "dense", "units": 2, "bias": false}]},
             "parameters": {"layers": [
               {"W": [[0.1, -0.7], [1.3, 0.3333333333333333], [-2.1, 1e-7]], "b": [0.2, -0.1, 0.9], "gamma": [1.1, 0.9, -0.3],
                "beta": [0.01, 0.02, 0.03], "runningMean": [0.5, 0.6, -0.7], "runningVariance": [1.5, 2.5, 0.7]},
               {"gamma": [0.3, 0.7, 1.9]},
               {"W": [[0.123456789012345, -0.5, 0.25], [1.7, 0.1, -0.9]]}]},
             "standardization": {"mean": [3.3333333333333335, -1.1], "std": [0.7, 0.0]}}
            """;

    /** A batch of four examples of {@link #MODEL}. */
    static final String BATCH = """
            {"X": [[3.1, -1.1], [4.2, 0.3], [2.7, -2.9], [3.3, 1.7]], "labels": [0, 1, 1, 0]}
            """;

    record Answer(int status, byte[] body, HttpResponse<byte[]> response) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    ObjectNode object(String text) {
        return (ObjectNode) json.readTree(text);
    }

    ObjectNode model(String precision) {
        return object(MODEL).put("precision", precision);
    }

    Answer fetch(String path) {
        return exchange(to(path).GET());
    }

    Answer post(String path, String type, byte[] body) {
        return exchange(to(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    JsonNode post(String path, JsonNode body, int status) {
        Answer answer = post(path, JSON, json.writeValueAsBytes(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    /** The model that was made of it. */
    JsonNode upload(JsonNode model) {
        return post("/v1/models", model, 201);
    }

    JsonNode read(String path) {
        Answer answer = fetch(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Each fault as its pointer and what is said there. */
    static List<String> faults(JsonNode problem) {
        List<String> faults = new ArrayList<>();
        for (JsonNode error : problem.get("errors")) {
            String place = error.has("pointer")
                    ? error.get("pointer").asString()
                    : error.get("parameter").asString();
            faults.add(place + " " + error.get("detail").asString());
        }
        return faults;
    }

    /** The examples of a batch in rows as {@link #MODEL} standardizes them. */
    ArrayNode standardized(JsonNode rows, JsonNode standardization) {
        ArrayNode all = json.createArrayNode();
        for (JsonNode row : rows) {
            ArrayNode changed = all.addArray();
            IntStream.range(0, row.size()).forEach(j -> {
                double centred =
                        row.get(j).asDouble() - standardization.at("/mean/" + j).asDouble();
                double std = standardization.at("/std/" + j).asDouble();
                changed.add(std == 0 ? centred : centred / std);
            });
        }
        return all;
    }

    /** A request in two parts. */
    byte[] parts(JsonNode request, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(utf8("--limit\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"));
        body.writeBytes(json.writeValueAsBytes(request));
        body.writeBytes(utf8("\r\n--limit\r\nContent-Disposition: form-data; name=\"arrays\"; filename=\"a\"\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--limit--\r\n"));
        return body.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
