package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sends what no well-behaved client would, to a service that waits for bodies a second only. */
@Timeout(60)
@SpringBootTest(
        classes = WebApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gradlens.limits.body-deadline=1s",
            "server.tomcat.connection-timeout=2s",
            "gradlens.cors.allowed-origins=https://notes.example,https://*.course.example,http://localhost:[*]"
        })
abstract class HostileClient {
    static final Duration BODY_DEADLINE = Duration.ofSeconds(1);
    static final String HEAD = "POST /scalings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    @LocalServerPort
    int port;

    String answerTo(String request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(request);
            return client.answer();
        }
    }

    static void assertProblem(String answer, int status, String slug) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"/problems/" + slug + "\"", "\"status\":" + status)
                .doesNotContainIgnoringCase("<html", "Tomcat", "Exception");
    }
}
