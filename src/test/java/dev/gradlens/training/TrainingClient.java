package dev.gradlens.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trains over HTTP, as anybody would. */
public final class TrainingClient {
    /** States behind which nothing comes. */
    private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    /** Of a service at an address without a path. */
    public TrainingClient(String address) {
        this.address = address;
    }

    /** An answer that has JSON in it, or nothing. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {
        public String text(String field) {
            return body.path(field).asString();
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpClient http() {
        return client;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json") && !type.contains("ndjson"))
                    .isPresent();
            return new Answer(response.statusCode(), json.readTree(isJson ? response.body() : "{}"), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Queues a training, and returns its id. */
    public String train(String request) {
        Answer answer = post("/v1/trainings", request);
        if (answer.status() != 202) {
            throw new AssertionError("refused: " + answer.response().body());
        }
        return answer.text("id");
    }

    /** The training, once it has ended. */
    public JsonNode ended(String id) {
        return until(id, training -> FINAL.contains(training.path("state").asString()));
    }

    /** The training, once something holds of it. */
    public JsonNode until(String id, Predicate<JsonNode> holds) {
        Instant end = Instant.now().plus(LONGEST);
        JsonNode training = get("/v1/trainings/" + id).body();
        while (!holds.test(training)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not in " + LONGEST + ": " + training);
            }
            pause();
            training = get("/v1/trainings/" + id).body();
        }
        return training;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The sha256 of the parameters at the end. */
    public String finalParameters(String id) {
        JsonNode checkpoints =
                get("/v1/trainings/" + id + "/checkpoints?limit=1000").body().path("items");
        return checkpoints.get(checkpoints.size() - 1).path("sha256").asString();
    }
}
