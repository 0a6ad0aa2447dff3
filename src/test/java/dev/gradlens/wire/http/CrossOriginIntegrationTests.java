package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages from elsewhere, as their browsers ask for them. */
class CrossOriginIntegrationTests extends HostileClient {
    private static final String NOTES = "https://notes.example";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|content-type",
                "POST|accept,content-type,idempotency-key",
                "POST|content-type,if-match",
                "GET|if-none-match,last-event-id",
                "DELETE|if-match",
            })
    void tellsABrowserBeforehandWhatAPageMaySend(String method, String headers) throws IOException {
        String answer = preflight(NOTES, method, headers);

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains(
                        "Access-Control-Allow-Origin: " + NOTES + "\r\n",
                        "Access-Control-Allow-Methods: GET,HEAD,POST,DELETE\r\n",
                        "Access-Control-Allow-Headers: " + headers.replace(",", ", ") + "\r\n",
                        "Access-Control-Max-Age: 7200\r\n")
                .doesNotContain("Access-Control-Allow-Credentials");
    }

    @Test
    void letsAPageOnTheWebCallAServiceOnItsReadersMachine() throws IOException {
        String answer = preflight(NOTES, "POST", "content-type\r\nAccess-Control-Request-Private-Network: true");

        assertThat(answer).contains("Access-Control-Allow-Private-Network: true");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /problems/conflict, 200",
        "POST /nowhere, 404",
        "GET /scalings, 405",
        "POST /scalings, 415",
        "GET /load, 429",
    })
    void showsAPageEveryAnswer(String request, int status) throws IOException {
        String answer = answerTo(lines(request, "Origin: " + NOTES, "Content-Type: text/plain"));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains(
                        "Access-Control-Allow-Origin: " + NOTES + "\r\n",
                        "Access-Control-Expose-Headers: Location, ETag, Retry-After, Allow, Content-Disposition\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.course.example", "https://b.a.course.example", "http://localhost:5173"})
    void allowsWhatAPatternMeans(String origin) throws IOException {
        assertThat(preflight(origin, "POST", "content-type")).contains("Access-Control-Allow-Origin: " + origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://notes.example",
                "https://notes.example:8443",
                "https://course.example",
                "https://a.course.example.evil.example",
                "https://localhost:5173",
                "null"
            })
    void refusesEveryOther(String origin) throws IOException {
        String preflight = preflight(origin, "POST", "content-type");
        String answer = answerTo(lines("GET /problems/conflict", "Origin: " + origin));

        assertProblem(preflight, 403, "forbidden");
        assertProblem(answer, 403, "forbidden");
        assertThat(preflight + answer).doesNotContain("Access-Control-Allow-Origin");
    }

    private String preflight(String origin, String method, String headers) throws IOException {
        return answerTo(lines(
                "OPTIONS /scalings",
                "Origin: " + origin,
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: " + headers));
    }

    private static String lines(String request, String... headers) {
        return request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }
}
