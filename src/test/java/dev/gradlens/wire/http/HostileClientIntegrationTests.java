package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tomcat refuses, and bodies that do not come. */
@Timeout(60)
@SpringBootTest(
        classes = WebApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gradlens.limits.body-deadline=1s",
            "server.tomcat.connection-timeout=2s",
            "gradlens.cors.allowed-origins=https://notes.example"
        })
class HostileClientIntegrationTests {
    private static final String HEAD = "POST /scalings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    @LocalServerPort
    private int port;

    private String answerTo(String request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(request);
            return client.answer();
        }
    }

    private static void assertProblem(String answer, int status, String slug) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"/problems/" + slug + "\"", "\"status\":" + status)
                .doesNotContainIgnoringCase("<html", "Tomcat", "Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET",
                "GET / HTTP/1.1 extra",
                "GET /a[b] HTTP/1.1",
                "GET /?q={x} HTTP/1.1",
                "G(T / HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET / HTTP/9.9",
                "\u0016\u0003\u0001 / HTTP/1.1",
            })
    void wordsABrokenRequestLine(String line) throws IOException {
        assertProblem(answerTo(line + "\r\nHost: x\r\n\r\n"), 400, "bad-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: -1",
                "Content-Length: x",
                "Transfer-Encoding: foo",
                "Host: y",
                "Bad Header: 1",
            })
    void wordsBrokenHeaders(String header) throws IOException {
        assertProblem(answerTo(HEAD + header + "\r\n\r\n{}"), 400, "bad-request");
    }

    @Test
    void wordsHeadersThatAreTooLong() throws IOException {
        assertProblem(
                answerTo("GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n"), 400, "bad-request");
    }

    @Test
    void wordsBrokenChunks() throws IOException {
        String answer = answerTo(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");

        assertProblem(answer, 400, "bad-request");
    }

    @Test
    void endsABodyThatDrips() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.send(HEAD + "Content-Length: 1000\r\n\r\n");
            for (int i = 0; i < 16; i++) {
                client.send(" ");
                Thread.sleep(100);
            }

            assertProblem(client.answer(), 408, "request-timeout");
        }
    }

    @Test
    void endsABodyThatDoesNotCome() throws IOException {
        assertProblem(answerTo(HEAD + "Content-Length: 1000\r\n\r\n{"), 408, "request-timeout");
    }

    @Test
    void answersBeforeABodyThatIsFarTooLong() throws IOException {
        assertProblem(answerTo(HEAD + "Content-Length: 99999999999\r\n\r\n"), 413, "too-large");
    }

    @Test
    void doesNotAskForABodyThatItRefuses() throws IOException {
        String answer = answerTo(HEAD + "Expect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n");

        assertProblem(answer, 413, "too-large");
    }

    @Test
    void allowsTheOriginsThatAreSet() throws IOException {
        String answer = answerTo("GET /problems/conflict HTTP/1.1\r\nHost: x\r\nOrigin: https://notes.example\r\n\r\n");

        assertThat(answer)
                .contains("Access-Control-Allow-Origin: https://notes.example")
                .contains("Access-Control-Expose-Headers: Location, ETag, Retry-After");
    }

    @Test
    void refusesOtherOriginsInTheSameForm() throws IOException {
        String answer = answerTo(String.join(
                "\r\n",
                "OPTIONS /problems HTTP/1.1",
                "Host: x",
                "Origin: https://evil.example",
                "Access-Control-Request-Method: POST",
                "Connection: close",
                "",
                ""));

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("Access-Control-Allow-Origin");
    }
}
