package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the whole service, and what it expects of every answer. */
final class DiagnosisClient {
    static final JsonMapper JSON = new JsonMapper();
    static final String NDJSON = "application/x-ndjson";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;

    DiagnosisClient(int port) {
        this.port = port;
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> post(JsonNode request) throws Exception {
        return post("/v1/diagnoses", "application/json", JSON.writeValueAsString(request));
    }

    /** What an inspection shows of the same. */
    JsonNode inspect(JsonNode request) throws Exception {
        return answer(post("/v1/inspections", "application/json", JSON.writeValueAsString(request)));
    }

    JsonNode diagnose(JsonNode request) throws Exception {
        return answer(post(request));
    }

    private static JsonNode answer(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** The problem that a request is to be. */
    JsonNode refuse(JsonNode request) throws Exception {
        return problem(post(request), 422, "invalid-request");
    }

    static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/" + slug);
        return problem;
    }

    /** The lines of an answer to lines. */
    List<JsonNode> stream(String... lines) throws Exception {
        HttpResponse<String> answer = post("/v1/diagnoses/batch", NDJSON, String.join("\n", lines));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(NDJSON);
        assertThat(answer.body()).endsWith("}\n");
        return answer.body().lines().map(JSON::readTree).toList();
    }

    static List<String> pointers(JsonNode problem) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue())
                .toList();
    }
}
