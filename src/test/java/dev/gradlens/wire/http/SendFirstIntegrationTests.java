package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send all of a body that is refused before they read why, as most do. */
@Timeout(60)
class SendFirstIntegrationTests extends WebClient {
    record Refusal(String request, int status, String slug) {}

    record Sent(Refusal refusal, int megabytes, boolean chunked) {}

    static Stream<Sent> refusals() {
        return Stream.of(
                        new Refusal("POST /scalings", 413, "too-large"),
                        new Refusal("POST /nowhere", 404, "not-found"),
                        new Refusal("PUT /scalings", 405, "method-not-allowed"),
                        new Refusal("POST /problems", 405, "method-not-allowed"))
                .flatMap(refusal -> Stream.of(33, 40, 100)
                        .flatMap(size -> Stream.of(new Sent(refusal, size, false), new Sent(refusal, size, true))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void seeWhyTheyAreRefused(Sent sent) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(sent.refusal().request() + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
            client.sendBody(sent.megabytes() << 20, sent.chunked());

            HostileClient.assertProblem(
                    client.answer(), sent.refusal().status(), sent.refusal().slug());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mayGoOnWithTheirConnectionUnlessItIsToldToClose(boolean chunked) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
            client.sendBody(40 << 20, chunked);
            String first = client.answer();
            client.send("GET /problems/conflict HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            String second = client.everything();

            HostileClient.assertProblem(first, 404, "not-found");
            assertThat(first).doesNotContainIgnoringCase("Connection: close");
            assertThat(second).contains("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areToldThatTheConnectionOfABodyTooLongIsClosed(boolean chunked) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(HostileClient.HEAD);
            client.sendBody(40 << 20, chunked);

            assertThat(client.everything())
                    .containsIgnoringCase("Connection: close")
                    .endsWith("\r\n0\r\n\r\n");
        }
    }
}
