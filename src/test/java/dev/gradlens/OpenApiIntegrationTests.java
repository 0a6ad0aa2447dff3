package dev.gradlens;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract that clients have: the document that is served is the one that is committed, and it is sound. */
class OpenApiIntegrationTests extends ServiceClient {
    private static final Path COMMITTED = Path.of("openapi", "gradlens.json");
    private static final boolean RENEW = Boolean.getBoolean("renew-openapi");

    private JsonNode served;

    @BeforeEach
    void read() {
        served = json.readTree(get("/v3/api-docs").body());
    }

    /** {@code ./mvnw test -Dtest=OpenApiIntegrationTests -Drenew-openapi=true} writes the file instead. */
    @Test
    void servesWhatIsCommitted() throws IOException {
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n";
        if (RENEW) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, text);
        }

        assertThat(Files.readString(COMMITTED)).isEqualTo(text);
    }

    @Test
    void servesTheSameAsYaml() {
        JsonNode yaml = new YAMLMapper().readTree(get("/v3/api-docs.yaml").body());

        assertThat(yaml.get("components").get("schemas").propertyNames())
                .isEqualTo(served.get("components").get("schemas").propertyNames());
    }

    @Test
    void isReadWithoutComplaintByTheParserOfGenerators() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult result = new OpenAPIV3Parser().readContents(json.writeValueAsString(served), null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).startsWith("3.1");
    }

    @Test
    void refersOnlyToWhatItDefines() {
        List<String> references = served.findValuesAsString("$ref");

        assertThat(references)
                .isNotEmpty()
                .allMatch(reference -> served.at(reference.substring(1)).isObject());
    }

    @Test
    void describesEveryFieldAndEverySchema() {
        Stream<String> bare = served.get("components")
                .get("schemas")
                .propertyStream()
                .flatMap(schema -> Stream.concat(
                        schema.getValue().has("description") ? Stream.empty() : Stream.of(schema.getKey()),
                        schema.getValue()
                                .path("properties")
                                .propertyStream()
                                .filter(field -> !field.getKey().equals("type"))
                                .filter(field -> !field.getValue().has("description"))
                                .map(field -> schema.getKey() + "." + field.getKey())));

        assertThat(bare).isEmpty();
    }

    @Test
    void describesEveryAnswer() {
        List<JsonNode> answers = served.findValues("200");

        assertThat(answers)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.path("content")).isNotEmpty());
        assertThat(served.at("/paths/~1v1~1inspections/post/responses/200/content/application~1json/schema/$ref")
                        .stringValue())
                .endsWith("/InspectionAnswer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get    | /v1/trainings/{id}        | 200, 304, 404, 412",
                "delete | /v1/trainings/{id}        | 204, 404, 409, 412",
                "post   | /v1/trainings/{id}/pause  | 202, 404, 409, 412",
                "post   | /v1/trainings/{id}/resume | 202, 404, 409, 412",
                "post   | /v1/trainings/{id}/cancel | 202, 404, 409, 412",
                "get    | /v1/trainings/{id}/events | 200, 204, 404",
                "delete | /v1/models/{id}           | 204, 404, 409",
                "get    | /v1/mistakes              | 200"
            })
    void tellsWhatAStateAndAVersionMayAnswer(String method, String path, String statuses) {
        JsonNode answers = served.get("paths").get(path).get(method).get("responses");
        Set<String> byState = Set.of("200", "202", "204", "304", "404", "409", "412");

        assertThat(answers.propertyNames().stream().filter(byState::contains)).containsExactly(statuses.split(", "));
    }

    @Test
    void leadsFromTheRootToThePage() {
        assertThat(get("/").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/swagger-ui.html"));
        assertThat(get("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    @Test
    void loadsNothingFromElsewhereIntoThePage() {
        assertThat(get("/swagger-ui/index.html").body()).doesNotContain("://");
        assertThat(get("/v3/api-docs/swagger-config").body()).contains("\"validatorUrl\":\"\"");
    }

    @Test
    void statesTheDefaultsThatAreInForce() {
        JsonNode effective = json.readTree(inspect("""
                        {"network": {"inputs": 1, "layers": [{"type": "dense", "units": 1}], "loss": "upstream"},
                         "parameters": {"layers": [{"W": [[2]], "b": [1]}]},
                         "batch": {"X": [[3]], "upstream": [[1]]}}""").body()).get("effective");

        assertThat(List.of("conventions", "mode", "backward"))
                .allSatisfy(field -> assertThat(effective.get(field)).isEqualTo(byDefault("InspectionRequest", field)));
        assertThat(effective.get("precision")).isEqualTo(byDefault("ModelUpload", "precision"));
        assertThat(effective.at("/network/weightDecay").doubleValue())
                .isEqualTo(byDefault("Network", "weightDecay").doubleValue());
        assertThat(effective.at("/network/layers/0/bias")).isEqualTo(byDefault("DenseLayer", "bias"));
        assertThat(served.at("/components/schemas/DenseLayer/properties/activation/description")
                        .stringValue())
                .endsWith("by default `%s`"
                        .formatted(effective.at("/network/layers/0/activation").stringValue()));
    }

    @Test
    void tellsWhatBecomesOfABatchThatIsMoreThanThereIs() {
        assertThat(served.at("/components/schemas/TrainingRequest/properties/batchSize/description")
                        .stringValue())
                .contains("more than there are to train on", "takes all of them");
    }

    private JsonNode byDefault(String schema, String field) {
        return served.at("/components/schemas/" + schema + "/properties/" + field + "/default");
    }
}
