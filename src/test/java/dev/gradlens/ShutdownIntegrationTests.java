package dev.gradlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Stops the service while it computes. */
@Timeout(120)
class ShutdownIntegrationTests {
    private static final int WIDTH = 16;

    @Test
    void finishesWhatRuns() throws Exception {
        ConfigurableApplicationContext service =
                new SpringApplicationBuilder(GradLensApplication.class).run("--server.port=0");
        String port = service.getEnvironment().getProperty("local.server.port");
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                .sendAsync(slow("http://127.0.0.1:" + port + "/v1/inspections"), BodyHandlers.ofString());
        while (!isComputing()) {
            Thread.sleep(5);
        }

        service.close();

        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).startsWith("{\"cost\":").endsWith("}");
    }

    private static boolean isComputing() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Stream::of)
                .anyMatch(frame -> frame.getClassName().equals("dev.gradlens.inspection.Inspector"));
    }

    private static HttpRequest slow(String address) {
        String layer =
                "{\"type\": \"dense\", \"units\": %d, \"normalization\": {\"type\": \"batch\"}}".formatted(WIDTH);
        String body =
                """
                {"network": {"inputs": %d, "layers": [%s, %s, %s], "loss": "meanSquaredError"}, "parameters": {"layers": [%s, %s, %s]},
                 "batch": {"X": %s, "Y": %s}, "gradientCheck": true}
                """.formatted(WIDTH, layer, layer, layer, weights(), weights(), weights(), matrix(0.1), matrix(0.7));
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String weights() {
        return "{\"W\": " + matrix(0.3) + ", \"b\": " + row(0, 0.2) + "}";
    }

    private static String matrix(double seed) {
        return IntStream.range(0, WIDTH).mapToObj(i -> row(i, seed)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String row(int i, double seed) {
        return IntStream.range(0, WIDTH)
                .mapToObj(j -> Double.toString(Math.sin(7 * i + 3 * j + seed)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
