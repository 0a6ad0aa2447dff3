package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A service with little room. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gradlens.limits.operations=2000000000",
            "gradlens.limits.memory=20MB",
            "gradlens.limits.answer-numbers=100000",
            "gradlens.limits.queue=1",
            "gradlens.cors.allowed-origins=https://notes.example"
        })
class LimitsIntegrationTests extends ServiceTest {
    private static final int WAITING = 1;

    @Test
    void refusesTooMuchWorkWithTheEstimateBesideTheLimits() throws Exception {
        JsonNode problem = client.refuse(LargeNetwork.of(128, 128, 4), 422, "work-too-large");

        assertThat(problem.at("/limits/operations").longValue()).isEqualTo(2_000_000_000L);
        assertThat(problem.at("/limits/bytes").longValue()).isEqualTo(20L << 20);
        assertThat(problem.at("/limits/answerNumbers").longValue()).isEqualTo(100_000);
        assertThat(problem.at("/estimate/bytes").longValue()).isGreaterThan(20L << 20);
        assertThat(problem.at("/estimate/answerNumbers").longValue()).isGreaterThan(100_000);
        assertThat(problem.has("errors")).isFalse();
    }

    @Test
    void refusesNetworksThatStandForMoreThanTheySay() throws Exception {
        String large = "/network/inputs = 20000 & /network/layers = %s & /parameters/layers = %s & /batch/X = %s"
                .formatted(
                        repeated("{\"type\": \"normalize\", \"normalization\": {\"type\": \"batch\"}}", 50),
                        repeated("{}", 50),
                        repeated("[1, 2]", 20_000));

        client.refuse(
                Edit.apply(Sound.loneBatch(), large + " & /batch/upstream = " + repeated("[1, 2]", 20_000)),
                422,
                "work-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"format\": \"summary\"}", "{\"format\": \"none\"}", "{\"only\": [\"dW\", \"mu1\"]}"})
    void countsTheNumbersThatAreShown(String tensors) throws Exception {
        ObjectNode request = LargeNetwork.of(1000, 8, 2).put("gradientCheck", false);

        client.refuse(request, 422, "work-too-large");

        client.inspect(Edit.put(request, "/tensors", tensors));
    }

    @Test
    void countsNumbersInEveryFormThatHasThem() throws Exception {
        ObjectNode request = LargeNetwork.of(1000, 8, 2).put("gradientCheck", false);

        for (String format : List.of("nested", "flat", "base64")) {
            JsonNode problem = client.refuse(
                    Edit.put(request, "/tensors", "{\"format\": \"" + format + "\"}"), 422, "work-too-large");

            assertThat(problem.at("/estimate/answerNumbers").longValue()).isBetween(100_000L, 200_000L);
        }
    }

    private static String repeated(String json, int times) {
        return "[" + (json + ",").repeat(times - 1) + json + "]";
    }

    @Test
    void refusesMoreRequestsThanMayWait() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        byte[] slow = InspectionClient.JSON.writeValueAsBytes(
                LargeNetwork.of(16, 24, 3).put("gradientCheck", true));
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> post = () -> client.post(slow);

            List<HttpResponse<String>> answers =
                    clients.invokeAll(Collections.nCopies(3 * cores + 4 * WAITING, post)).stream()
                            .map(Future::resultNow)
                            .toList();

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .contains(200, 429)
                    .containsOnly(200, 429);
            answers.stream()
                    .filter(answer -> answer.statusCode() == 429)
                    .forEach(LimitsIntegrationTests::assertSaysWhenToComeBack);
        }
        client.inspect(Sound.logits());
    }

    private static void assertSaysWhenToComeBack(HttpResponse<String> answer) {
        InspectionClient.problem(answer, "too-many-requests");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void answersTheOriginsThatAreSet() throws Exception {
        HttpResponse<String> answer = client.send(
                client.to("/problems").header("Origin", "https://notes.example").build());

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://notes.example");
    }
}
