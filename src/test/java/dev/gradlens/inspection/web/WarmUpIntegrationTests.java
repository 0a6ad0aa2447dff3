package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.ServiceClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

@Import(WarmUpIntegrationTests.EarlyClient.class)
class WarmUpIntegrationTests extends ServiceClient {
    @Autowired
    private EarlyClient early;

    @Test
    void isNotReadyBeforeItIsWarm() {
        assertThat(early.status).isEqualTo(503);
        assertThat(early.body).contains("OUT_OF_SERVICE");
    }

    @Test
    void isReadyOnceItIsWarm() {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void isAliveAndSaysWhatComputes() {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/info").body())
                .contains("\"name\":\"GradLens\"", "\"kernels\":{\"backend\":\"", "OpenBLAS");
    }

    @Test
    void showsItsLoad() {
        assertThat(get("/actuator/prometheus").body())
                .contains("gradlens_compute_running", "gradlens_compute_waiting", "gradlens_inspections_seconds");
    }

    /** Asks whether the service is ready when its port is open, but its runners have only begun. */
    @TestConfiguration
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class EarlyClient implements ApplicationRunner {
        private final Environment environment;
        private int status;
        private String body = "";

        EarlyClient(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void run(ApplicationArguments arguments) throws Exception {
            String address = "http://127.0.0.1:" + environment.getProperty("local.server.port");
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                var answer = client.send(request, BodyHandlers.ofString());
                status = answer.statusCode();
                body = answer.body();
            }
        }
    }
}
