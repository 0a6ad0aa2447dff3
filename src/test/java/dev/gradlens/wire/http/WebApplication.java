package dev.gradlens.wire.http;

import dev.gradlens.wire.Posted;
import dev.gradlens.wire.TooManyRequestsException;
import dev.gradlens.wire.tensors.MatrixInput;
import dev.gradlens.wire.tensors.Tensor;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** This room alone, with endpoints to try it on. A test component, so that no scan of the whole service finds them. */
@TestComponent
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan("dev.gradlens.wire")
@ComponentScan(basePackages = "dev.gradlens.wire.problem", basePackageClasses = WireConfiguration.class)
@Import(WebApplication.Endpoints.class)
class WebApplication {

    record Scaling(
            @Positive Double factor,
            MatrixInput matrix,
            Mode mode,
            @Nullable List<Integer> axes) {
        enum Mode {
            MULTIPLY,
            DIVIDE
        }
    }

    record Scaled(Tensor matrix, double sum) {}

    @RestController
    static class Endpoints {

        @PostMapping(path = "/scalings", produces = MediaType.APPLICATION_JSON_VALUE)
        Scaled scale(@RequestBody Posted<Scaling> posted) {
            posted.faults().throwIfAny();
            MatrixInput matrix = Objects.requireNonNull(posted.value().matrix());
            return new Scaled(Tensor.matrix(matrix.rows(), matrix.columns(), matrix.values()), Double.NaN);
        }

        @GetMapping("/failure")
        String fail() {
            throw new IllegalStateException("secret of dev.gradlens in /etc");
        }

        @GetMapping("/load")
        String load() {
            throw new TooManyRequestsException("Many are waiting.", Duration.ofSeconds(3));
        }

        @GetMapping("/names")
        List<String> names(@RequestParam List<String> names) {
            return names;
        }

        @GetMapping("/page")
        int page(@RequestParam int limit) {
            return limit;
        }
    }
}
