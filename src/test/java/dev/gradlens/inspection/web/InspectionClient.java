package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
final class InspectionClient {
    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;

    InspectionClient(int port) {
        this.port = port;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    HttpResponse<byte[]> fetch(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(Parcel parcel) throws IOException, InterruptedException {
        return send(to("/v1/inspections")
                .header("Content-Type", Parcel.TYPE)
                .POST(BodyPublishers.ofByteArray(parcel.bytes()))
                .build());
    }

    HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        return send(to("/v1/inspections")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpResponse<String> post(JsonNode request) throws IOException, InterruptedException {
        return post(JSON.writeValueAsBytes(request));
    }

    /** The answer to a request that is to be understood. */
    JsonNode inspect(JsonNode request) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return JSON.readTree(answer.body());
    }

    /** The problem that a request is to be. */
    JsonNode refuse(JsonNode request, int status, String slug) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return problem(answer, slug);
    }

    /** The problem that an answer is, having checked the form that all of them have. */
    static JsonNode problem(HttpResponse<String> answer, String slug) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "java.", "org.", "jackson", "dev.gradlens", "\tat ");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/" + slug);
        assertThat(problem.get("status").intValue()).isEqualTo(answer.statusCode());
        assertThat(problem.get("title").stringValue()).isNotEmpty();
        assertThat(problem.get("detail").stringValue()).endsWith(".");
        assertThat(problem.get("instance").stringValue()).startsWith("/");
        return problem;
    }

    static List<String> pointers(JsonNode problem) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue())
                .toList();
    }
}
