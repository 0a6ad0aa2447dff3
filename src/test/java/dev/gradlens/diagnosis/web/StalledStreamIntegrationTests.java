package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A service that waits a second for a line, and takes lines of 20 kB. */
@TestPropertySource(properties = {"gradlens.limits.body-deadline=1s", "gradlens.limits.max-body=20KB"})
class StalledStreamIntegrationTests extends DiagnosisServiceTest {
    private final ObjectNode exercise = Homework.smallExercise();

    @Test
    void breaksAStreamOffThatStalls() throws Exception {
        try (StreamClient stream = new StreamClient(port)) {
            stream.send(exercise.toString());
            stream.send("{\"id\": 1}");
            assertThat(stream.read().get("id").intValue()).isEqualTo(1);
            long start = System.nanoTime();

            JsonNode last = stream.read();

            assertThat(last.propertyNames()).containsExactly("line", "problem");
            assertThat(last.get("line").intValue()).isEqualTo(3);
            assertThat(last.at("/problem/type").stringValue()).isEqualTo("/problems/request-timeout");
            assertThat(stream.isAtEnd()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void breaksAStreamOffWhoseLineDrips() throws Exception {
        try (StreamClient stream = new StreamClient(port)) {
            stream.send(exercise.toString());
            stream.head();
            for (int i = 0; i < 15; i++) {
                stream.chunk(" ");
                Thread.sleep(100);
            }

            assertThat(stream.read().at("/problem/type").stringValue()).isEqualTo("/problems/request-timeout");
        }
    }

    @Test
    void waitsForAClientThatSendsBlankLines() throws Exception {
        try (StreamClient stream = new StreamClient(port)) {
            stream.send(exercise.toString());
            for (int i = 0; i < 6; i++) {
                Thread.sleep(400);
                stream.send("");
            }
            stream.send("{\"id\": 1}");

            assertThat(stream.read().get("id").intValue()).isEqualTo(1);
        }
    }

    @Test
    void refusesAHugeLineAndGoesOn() throws Exception {
        try (StreamClient stream = new StreamClient(port)) {
            stream.send(exercise.toString());
            stream.chunk("{\"id\": 1, \"gradients\": ");
            for (int i = 0; i < 100; i++) {
                stream.chunk(" ".repeat(10_000));
            }
            stream.send("{}}");
            stream.send("{\"id\": 2}");
            stream.end();

            JsonNode refused = stream.read();

            assertThat(refused.get("line").intValue()).isEqualTo(2);
            assertThat(refused.at("/problem/type").stringValue()).isEqualTo("/problems/too-large");
            assertThat(stream.read().get("id").intValue()).isEqualTo(2);
            assertThat(stream.read().at("/summary/problems").intValue()).isEqualTo(2);
        }
    }

    @Test
    void refusesAHugeExercise() throws Exception {
        String huge = " ".repeat(30_000) + exercise;

        DiagnosisClient.problem(client.post("/v1/diagnoses/batch", DiagnosisClient.NDJSON, huge), 413, "too-large");
    }

    @Test
    void takesMoreThanABodyInLines() throws Exception {
        String lines = "{\"id\": 1, \"gradients\": {}}\n".repeat(2000);

        int answers = client.stream(exercise.toString(), lines.strip()).size();

        assertThat(answers).isEqualTo(2001);
    }
}
