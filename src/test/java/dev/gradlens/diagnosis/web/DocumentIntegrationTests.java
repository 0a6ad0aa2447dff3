package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gradlens.ServiceClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests and answers are as the document describes them. */
class DocumentIntegrationTests extends ServiceClient {
    private static final String ADDRESS = "https://gradlens.example/openapi.json";

    private SchemaRegistry registry;

    @BeforeEach
    void readTheDocument() {
        String document = get("/v3/api-docs").body();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, document)));
    }

    private List<?> violations(String schema, String instance) {
        return registry.getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/" + schema))
                .validate(instance, InputFormat.JSON);
    }

    private String post(String path, String type, String body) {
        return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)))
                .body();
    }

    /** An exercise with all that an inspection shows of it, in a form. */
    private ObjectNode handedIn(String format) {
        ObjectNode exercise = Homework.exercise();
        exercise.putObject("tensors").put("format", format);
        return Homework.handedIn(
                exercise, json.readTree(inspect(exercise.toString()).body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested", "flat", "base64"})
    void takesWhatItDescribes(String format) {
        ObjectNode request = handedIn(format);
        request.putObject("rounding").put("decimals", 3);

        assertThat(violations("DiagnosisRequest", request.toString())).isEmpty();
        assertThat(post("/v1/diagnoses", "application/json", request.toString()))
                .startsWith("{\"verdict\"");
    }

    @Test
    void describesWhatItRefuses() {
        ObjectNode request = handedIn("nested");
        request.put("gradientCheck", true);

        assertThat(violations("DiagnosisRequest", request.toString())).hasSize(1);
    }

    @Test
    void answersAsItDescribes() {
        ObjectNode request = handedIn("nested");
        ((ObjectNode) request.at("/gradients/layers/0"))
                .putArray("dgamma")
                .add("NaN")
                .add(1)
                .add(2)
                .add(-3e9);

        String answer = post("/v1/diagnoses", "application/json", request.toString());

        assertThat(json.readTree(answer).get("verdict").stringValue()).isEqualTo("WRONG");
        assertThat(violations("DiagnosisAnswer", answer)).isEmpty();
    }

    @Test
    void describesLines() {
        ObjectNode submission = json.createObjectNode().put("id", "ada");
        submission.set("gradients", handedIn("nested").get("gradients"));
        String exercise = Homework.exercise().toString();

        String answer =
                post("/v1/diagnoses/batch", DiagnosisClient.NDJSON, exercise + "\n" + submission + "\n{\"id\": 2}\n[]");

        assertThat(violations("Exercise", exercise)).isEmpty();
        assertThat(violations("Submission", submission.toString())).isEmpty();
        assertThat(violations("Submission", "{\"id\": 1.5}")).isNotEmpty();
        assertThat(answer.lines())
                .hasSize(4)
                .allSatisfy(
                        line -> assertThat(violations("StreamedAnswer", line)).isEmpty());
        JsonNode operation = json.readTree(get("/v3/api-docs").body()).at("/paths/~1v1~1diagnoses~1batch/post");
        assertThat(operation.at("/requestBody/content/application~1x-ndjson/schema/oneOf"))
                .hasSize(2);
        assertThat(operation
                        .at("/responses/200/content/application~1x-ndjson/schema/$ref")
                        .stringValue())
                .endsWith("/StreamedAnswer");
    }
}
