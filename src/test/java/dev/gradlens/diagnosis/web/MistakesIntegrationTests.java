package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gradlens.ServiceClient;
import dev.gradlens.diagnosis.Mistake;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The catalogue, as it is read over HTTP. */
class MistakesIntegrationTests extends ServiceClient {

    private JsonNode answer(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return json.readTree(answer.body());
    }

    @Test
    void listsEveryMistakeInTheOrderOfTheCatalogue() {
        JsonNode list = answer("/v1/mistakes");

        assertThat(list.valueStream().map(page -> page.get("id").stringValue()))
                .containsExactlyElementsOf(
                        Stream.of(Mistake.values()).map(Mistake::name).toList());
    }

    @Test
    void explainsEachAsTheListDoes() {
        JsonNode list = answer("/v1/mistakes");

        assertThat(list.valueStream())
                .allSatisfy(page -> assertThat(
                                answer("/v1/mistakes/" + page.get("id").stringValue()))
                        .isEqualTo(page));
    }

    @Test
    void explainsAMistakeInAllItsFields() {
        JsonNode page = answer("/v1/mistakes/Z09");

        assertThat(page.propertyNames())
                .containsExactly(
                        "id", "slug", "title", "tensor", "formula", "correction", "explanation", "effect", "seen");
        assertThat(page.get("slug").stringValue()).isEqualTo("variance-path-sign");
        assertThat(page.get("tensor").stringValue()).isEqualTo("dZ");
        assertThat(page.get("formula").stringValue())
                .isEqualTo("dsigma2 = np.sum(dZnorm * (Z - mu) * 0.5 * s**-3, axis=0)");
        assertThat(page.get("explanation").stringValue()).contains("½");
    }

    @Test
    void leavesOutWhereAMistakeWasSeenIfNobodySaid() {
        assertThat(answer("/v1/mistakes/Z10").has("seen")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Z53, 'Z53'", "z03, 'z03'", "statistics-as-constants, 'statistics-as-constants'", "%0A, '\\u000a'"})
    void namesAnIdThatIsNotThere(String id, String named) {
        HttpResponse<String> answer = get("/v1/mistakes/" + id);
        JsonNode problem = json.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/not-found");
        assertThat(problem.get("detail").stringValue()).contains("'" + named + "'");
    }

    @Test
    void isNotModifiedForWhoHasIt() {
        String tag = get("/v1/mistakes").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again =
                send(to("/v1/mistakes").header("If-None-Match", tag).GET());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void tellsByHeadHowLongTheListIs() {
        HttpResponse<String> head = send(to("/v1/mistakes").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get("/v1/mistakes").headers().firstValue("Content-Length"));
    }

    @Test
    void cannotBeChanged() {
        HttpResponse<String> answer = send(to("/v1/mistakes/Z03").DELETE());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET"));
    }

    @Test
    void answersAsTheDocumentHasIt() {
        String address = "https://gradlens.example/openapi.json";
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(address, get("/v3/api-docs").body())));

        Schema list = registry.getSchema(SchemaLocation.of(
                address + "#/paths/~1v1~1mistakes/get/responses/200/content/application~1json/schema"));

        assertThat(list.validate(get("/v1/mistakes").body(), InputFormat.JSON)).isEmpty();
        assertThat(list.validate("[{}]", InputFormat.JSON)).isNotEmpty();
    }
}
