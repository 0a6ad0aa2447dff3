package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = WebApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"gradlens.limits.max-body=200KB"})
class WebIntegrationTests {
    private static final String SOUND = "{\"factor\": 2, \"matrix\": [[1, 2], [3, 4]], \"mode\": \"multiply\"}";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> post(String contentType, BodyPublisher body) throws Exception {
        return client.send(
                to("/scalings").header("Content-Type", contentType).POST(body).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post("application/json", BodyPublishers.ofString(body));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = to(path).GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The problem that an answer is, having checked the form that all of them have. */
    private JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/" + slug);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotEmpty();
        assertThat(problem.get("detail").stringValue()).endsWith(".");
        assertThat(answer.body()).doesNotContain("Exception", "springframework", "dev.gradlens", "\tat ");
        return problem;
    }

    private List<String> pointers(JsonNode problem) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue())
                .toList();
    }

    @Test
    void answersWhatIsSound() throws Exception {
        HttpResponse<String> answer = post(SOUND);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"matrix\":[[1.0,2.0],[3.0,4.0]],\"sum\":\"NaN\"}");
    }

    @Test
    void namesFiveFaultsOfDifferentKindsInOneAnswer() throws Exception {
        JsonNode problem = problem(
                post(
                        "{\"factor\": 1e400, \"matrix\": [[1, 2], [3]], \"mode\": \"add\", \"axes\": [1, 2.7], \"foo\": 1}"),
                422,
                "invalid-request");

        assertThat(pointers(problem)).containsExactly("/foo", "/factor", "/matrix/1", "/mode", "/axes/1");
        assertThat(problem.get("instance").stringValue()).isEqualTo("/scalings");
        assertThat(problem.get("detail").stringValue()).isEqualTo("The request has 5 faults.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"factor\": 1, \"factor\": 2}", "{\"factor\": NaN}", "{} {}", "{", "[1,]", "\"\\ud800\""})
    void refusesWhatIsNotJson(String body) throws Exception {
        JsonNode error = problem(post(body), 400, "unreadable").get("errors").get(0);

        assertThat(error.get("line").intValue()).isEqualTo(1);
        assertThat(error.get("column").intValue()).isPositive();
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws Exception {
        byte[] latin = "{\"größe\": 1}".getBytes(StandardCharsets.ISO_8859_1);

        problem(post("application/json", BodyPublishers.ofByteArray(latin)), 400, "unreadable");
    }

    @Test
    void readsABodyWithAByteOrderMark() throws Exception {
        assertThat(post("\uFEFF" + SOUND).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesDeepNesting() throws Exception {
        problem(post("[".repeat(100_000)), 400, "unreadable");
    }

    @Test
    void refusesAnEmptyBody() throws Exception {
        problem(post(""), 400, "unreadable");
        problem(post("  "), 400, "unreadable");
    }

    @Test
    void refusesARootThatIsNoObject() throws Exception {
        assertThat(pointers(problem(post("[1, 2]"), 422, "invalid-request"))).containsExactly("");
    }

    @Test
    void refusesABodyThatSaysItIsTooLong() throws Exception {
        byte[] body = new byte[300_000];
        Arrays.fill(body, (byte) ' ');

        problem(post("application/json", BodyPublishers.ofByteArray(body)), 413, "too-large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() throws Exception {
        byte[] body = new byte[300_000];
        Arrays.fill(body, (byte) ' ');
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

        problem(post("application/json", chunked), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json;charset=iso-8859-1",
                "application/x-www-form-urlencoded",
                "multipart/form-data;boundary=x",
                "application/xml"
            })
    void refusesOtherMediaTypes(String type) throws Exception {
        problem(post(type, BodyPublishers.ofString(SOUND)), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=utf-8", "application/json;charset=UTF8", "application/vnd.x+json"})
    void readsEveryKindOfJson(String type) throws Exception {
        assertThat(post(type, BodyPublishers.ofString(SOUND)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesBodiesWithoutATypeOrInAnEncoding() throws Exception {
        HttpRequest.Builder bare = to("/scalings").POST(BodyPublishers.ofString(SOUND));
        HttpRequest zipped = bare.copy()
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .build();

        problem(client.send(bare.build(), BodyHandlers.ofString()), 415, "unsupported-media-type");
        problem(client.send(zipped, BodyHandlers.ofString()), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/xml;q=0.9", "nonsense"})
    void refusesToAnswerInOtherForms(String accepted) throws Exception {
        problem(get("/problems", "Accept", accepted), 406, "not-acceptable");
    }

    @Test
    void givesProblemsWhateverIsAccepted() throws Exception {
        problem(get("/nowhere", "Accept", "image/png"), 404, "not-found");
        problem(get("/failure", "Accept", "text/plain"), 500, "internal-error");
    }

    @Test
    void namesTheMethodsThatAreAllowed() throws Exception {
        HttpResponse<String> answer = get("/scalings");

        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
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
            value = {"/page, is missing", "/page?limit=x, 'x' is not a number that is allowed here"})
    void namesTheParameterThatIsWrong(String path, String detail) throws Exception {
        JsonNode error =
                problem(get(path), 422, "invalid-request").get("errors").get(0);

        assertThat(error.get("parameter").stringValue()).isEqualTo("limit");
        assertThat(error.get("detail").stringValue()).isEqualTo(detail);
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
