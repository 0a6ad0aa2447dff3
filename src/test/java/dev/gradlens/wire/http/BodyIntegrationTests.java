package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BodyIntegrationTests extends WebClient {
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
}
