package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** A form of the answer that is not here is refused, never replaced by another. */
class AnswerFormatIntegrationTests extends ServiceTest {

    private HttpResponse<String> inspect(String query) throws Exception {
        String request = new ClassPathResource("examples/paper.json").getContentAsString(StandardCharsets.UTF_8);
        return client.send(client.to("/v1/inspections" + query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request))
                .build());
    }

    @Test
    void answersInJsonWhenAskedFor() throws Exception {
        assertThat(inspect("?format=json").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Npz", "pytest", "xml"})
    void refusesAnyOther(String format) throws Exception {
        HttpResponse<String> answer = inspect("?format=" + format);

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = InspectionClient.problem(answer, "invalid-request");
        assertThat(problem.at("/errors/0/parameter").stringValue()).isEqualTo("format");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?format= | '' is",
                "?format | '' is",
                "?format=%20 | ' ' is",
                "?format=npz&format=json | 'npz, json' is",
                "?format=json&format=json | 'json, json' is",
                "?format=&format=json | ', json' is"
            },
            quoteCharacter = '`')
    void refusesNoneAndMoreThanOne(String query, String got) throws Exception {
        HttpResponse<String> answer = inspect(query);

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode error = InspectionClient.problem(answer, "invalid-request")
                .get("errors")
                .get(0);
        assertThat(error.get("parameter").stringValue()).isEqualTo("format");
        assertThat(error.get("detail").stringValue()).isEqualTo(got + " not one of json, npz, safetensors");
    }
}
