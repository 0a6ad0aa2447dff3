package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bodies that do not come, and pages from elsewhere. */
class HostileClientIntegrationTests extends HostileClient {
    @Test
    void endsABodyThatDrips() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.send(HEAD + "Content-Length: 1000\r\n\r\n");
            client.drip(16);

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
    void answersOnceAndInFullBeforeItWaitsForABodyThatItRefuses() throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(HEAD + "Content-Length: 99999999999\r\n\r\n");

            String everything = client.everything();
            assertProblem(everything, 413, "too-large");
            assertThat(everything).contains("\r\n0\r\n\r\n").containsOnlyOnce("\"type\"");
        }
    }

    @Test
    void holdsAClientThatSendsWithoutEndNoLongerThanABodyMayTake() throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.send(HEAD + "Content-Length: 99999999999\r\n\r\n");
            long start = System.nanoTime();

            assertThatThrownBy(() -> client.drip(100)).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(BODY_DEADLINE, BODY_DEADLINE.multipliedBy(3));
        }
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
