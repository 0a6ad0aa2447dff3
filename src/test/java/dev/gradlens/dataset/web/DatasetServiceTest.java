package dev.gradlens.dataset.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.ServiceClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A client of the data sets of the whole service. */
abstract class DatasetServiceTest extends ServiceClient {
    static final String PATH = "/v1/datasets";
    static final String CSV = "text/csv";
    static final String JSON = "application/json";

    HttpResponse<String> post(String query, String type, byte[] body) {
        return send(to(PATH + query).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> post(String query, String type, String body) {
        return post(query, type, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> delete(String id) {
        return send(to(PATH + "/" + id).DELETE());
    }

    /** What an answer says that is to be good. */
    JsonNode good(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    JsonNode created(HttpResponse<String> answer) {
        JsonNode dataset = good(answer, 201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(PATH + "/" + dataset.get("id").stringValue());
        return dataset;
    }

    JsonNode generate(String request) {
        return created(post("", JSON, request));
    }

    JsonNode upload(String query, String csv) {
        return created(post(query, CSV, csv));
    }

    JsonNode shown(String path) {
        return good(get(PATH + path), 200);
    }

    JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "java.", "org.", "siegmar", "dev.gradlens", "select");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/" + slug);
        return problem;
    }

    JsonNode invalid(HttpResponse<String> answer) {
        return problem(answer, 422, "invalid-request");
    }

    static List<String> errors(JsonNode problem, String field) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.path(field).asString())
                .toList();
    }
}
