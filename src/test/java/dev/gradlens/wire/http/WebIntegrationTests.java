package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class WebIntegrationTests extends WebClient {
    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "image/png", "application/xml;q=0.9", "nonsense", "application/json;q=0", "*/*;q=0"
            })
    void refusesToAnswerInOtherForms(String accepted) throws Exception {
        problem(get("/problems", "Accept", accepted), 406, "not-acceptable");
    }

    @Test
    void givesProblemsWhateverIsAccepted() throws Exception {
        problem(get("/nowhere", "Accept", "image/png"), 404, "not-found");
        problem(get("/failure", "Accept", "text/plain"), 500, "internal-error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /scalings | POST, OPTIONS",
                "TRACE | /scalings | POST, OPTIONS",
                "PUT | /problems | GET, HEAD, OPTIONS",
                "TRACE | /problems | GET, HEAD, OPTIONS",
                "FETCH | /problems | GET, HEAD, OPTIONS"
            })
    void namesTheMethodsThatAreAllowed(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = ask(method, path);

        JsonNode problem = problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(problem.get("detail").stringValue())
                .isEqualTo("'%s' is not allowed here; the address has %s.".formatted(method, allowed));
    }

    @Test
    void echoesNoRequest() throws Exception {
        problem(ask("TRACE", "/nowhere"), 404, "not-found");
    }

    @Test
    void tellsOfNoPatchWhereThereIsNone() throws Exception {
        HttpResponse<String> answer = ask("OPTIONS", "/problems");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET,HEAD,OPTIONS");
        assertThat(answer.headers().firstValue("Accept-Patch")).isEmpty();
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        return client.send(to(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/error", "/problems/none", "/%ff", "/a%00b", "/..%2f..%2fetc"})
    void findsNothingElsewhere(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        problem(answer, answer.statusCode(), answer.statusCode() == 404 ? "not-found" : "bad-request");
    }

    @Test
    void leaksNothingOfAFailureAndRecordsItOnce(CapturedOutput output) throws Exception {
        HttpResponse<String> answer = get("/failure");

        problem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(output.getAll().split("secret of", -1)).hasSize(2);
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        HttpResponse<String> answer = get("/load");

        problem(answer, 429, "too-many-requests");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/page, is missing",
                "/page?limit=x, 'x' is not a number that is allowed here",
                "/page?limit=1&limit=2, is given 2 times; it may be given once"
            })
    void namesTheParameterThatIsWrong(String path, String detail) throws Exception {
        JsonNode error =
                problem(get(path), 422, "invalid-request").get("errors").get(0);

        assertThat(error.get("parameter").stringValue()).isEqualTo("limit");
        assertThat(error.get("detail").stringValue()).isEqualTo(detail);
    }

    @Test
    void refusesEveryParameterThatAnAddressDoesNotHave() throws Exception {
        JsonNode errors = problem(get("/page?limit=1&state=QUEUED&%00=2"), 422, "invalid-request")
                .get("errors");

        assertThat(errors.findValuesAsString("parameter")).containsExactly("state", "\u0000");
        assertThat(errors.findValuesAsString("detail"))
                .containsExactly(
                        "'state' is not a parameter here; the parameters are limit",
                        "'\\u0000' is not a parameter here; the parameters are limit");
    }

    @Test
    void saysWhereThereAreNoParameters() throws Exception {
        JsonNode error = problem(get("/load?" + "%F0%9F%8C%BC".repeat(100)), 422, "invalid-request")
                .at("/errors/0");

        assertThat(error.get("parameter").stringValue()).isEqualTo("🌼".repeat(80));
        assertThat(error.get("detail").stringValue()).endsWith("…' is not a parameter here; there are no parameters");
    }

    @Test
    void namesAHundredParametersAndCountsTheRest() throws Exception {
        String query = IntStream.range(0, 120).mapToObj(i -> "p" + i).collect(Collectors.joining("&"));

        JsonNode problem = problem(get("/load?" + query), 422, "invalid-request");

        assertThat(problem.get("errors").size()).isEqualTo(100);
        assertThat(problem.get("detail").stringValue()).startsWith("The request has 120 faults;");
    }

    @Test
    void takesAListAgainAndAgain() throws Exception {
        assertThat(get("/names?names=a&names=b").body()).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void tellsWhatIsWrongWithAnAddressWhateverItsQuery() throws Exception {
        problem(get("/nowhere?x=1"), 404, "not-found");
        problem(get("/failure?%ff"), 400, "bad-request");
        problem(get("/scalings?x=1"), 405, "method-not-allowed");
    }

    @Test
    void explainsEachProblemAtItsAddress() throws Exception {
        JsonNode all = json.readTree(get("/problems").body()).get("items");

        assertThat(all.size()).isGreaterThanOrEqualTo(14);
        for (JsonNode listed : all) {
            HttpResponse<String> answer = get(listed.get("type").stringValue());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json.readTree(answer.body())).isEqualTo(listed);
        }
    }

    @Test
    void allowsNoOtherOriginByDefault() throws Exception {
        HttpResponse<String> answer = get("/problems", "Origin", "https://notes.example");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void survivesAClientThatLeaves() throws IOException, InterruptedException {
        try (RawClient raw = new RawClient(port)) {
            raw.send(
                    "POST /scalings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");
        }
        assertThat(client.send(to("/problems").build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }
}
