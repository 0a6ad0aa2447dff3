package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "gradlens.kernels=reference")
class ReferenceGoldenIntegrationTests extends GoldenContract {
    @Test
    void namesWhatComputes() throws Exception {
        assertThat(client.inspect(Sound.logits()).at("/run/backend").stringValue())
                .contains("plain Java loops");
    }
}
