package dev.gradlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Starts the service in a JVM of its own, without the jars of ND4J's backend. */
class BackendMissingIntegrationTests {

    @Test
    void saysWhatToAddAndEnds() throws IOException, InterruptedException {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPathWithoutBackend(),
                        GradLensApplication.class.getName(),
                        "--server.port=0")
                .redirectErrorStream(true)
                .start();
        String console = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(service.waitFor()).isNotZero();
        assertThat(console)
                .contains("ND4J has no backend on the class path that works on this machine")
                .contains("Action:", "Add the Maven dependency org.nd4j:nd4j-native:1.0.0-M2.1")
                .doesNotContain("\tat ", "Caused by");
    }

    /** The tests' own classes are left out as well: the service is started as it is delivered. */
    private static String classPathWithoutBackend() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches("nd4j-native-.*|test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
