package dev.gradlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Starts the service in a JVM of its own, without the jars of the natives that its kernels need. */
class BackendMissingIntegrationTests {

    @Test
    void saysWhatToAddAndEnds() throws IOException, InterruptedException {
        String console = console("openblas-.*-(linux|macosx|windows)-.*");

        assertThat(console)
                .contains("There is no OpenBLAS on the class path that works on this machine")
                .contains("Action:", "Add the Maven dependencies org.bytedeco:openblas:0.3.19-1.5.7")
                .doesNotContain("\tat ", "Caused by");
    }

    @Test
    void saysWhatToAddForNd4jAndEnds() throws IOException, InterruptedException {
        String console = console("nd4j-native-.*", "--gradlens.kernels=nd4j");

        assertThat(console)
                .contains("ND4J has no backend on the class path that works on this machine")
                .contains("Action:", "Add the Maven dependency org.nd4j:nd4j-native:1.0.0-M2.1")
                .doesNotContain("\tat ", "Caused by");
    }

    /** What the service says until it ends, which it does because it cannot start. */
    private static String console(String leftOut, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPathWithout(leftOut),
                GradLensApplication.class.getName(),
                "--server.port=0"));
        command.addAll(List.of(options));
        Process service = new ProcessBuilder(command).redirectErrorStream(true).start();
        String console = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(service.waitFor()).isNotZero();
        return console;
    }

    /** The tests' own classes are left out as well: the service is started as it is delivered. */
    private static String classPathWithout(String leftOut) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches(leftOut + "|test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
