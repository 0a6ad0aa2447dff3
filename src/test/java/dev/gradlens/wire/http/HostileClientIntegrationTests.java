package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bodies that do not come, or without an end. */
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
}
