package dev.gradlens.tensor.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4jBackend;

/** Runs a second JVM on this class path with some of ND4J's jars left out. */
class Nd4jBackendMissingTests {
    private static final String NOTHING = "(?!)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nd4j-native-\\d.*", // the backend
                "nd4j-native-.*", // and what only it needs
                "nd4j-.*", // all of ND4J
                "(nd4j|openblas|javacpp)-.*", // and its native foundation
                "(nd4j|openblas|javacpp)-.*-(linux|macosx|windows)-.*" // the libraries for this machine only
            })
    void saysWhichDependencyToAddWhenJarsAreMissing(String leftOut) throws IOException, InterruptedException {
        String output = run(leftOut, "nd4j");

        assertThat(output)
                .contains("ND4J has no backend on the class path that works on this machine")
                .contains("Add the Maven dependency org.nd4j:nd4j-native:1.0.0-M2.1")
                .contains(Platform.classifier())
                .contains("org.nd4j:nd4j-cuda-11.6")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void saysThatThereIsNoCardWhereNd4jIsBuiltForCards(@TempDir Path services)
            throws IOException, InterruptedException {
        Path service = services.resolve("META-INF/services").resolve(Nd4jBackend.class.getName());
        Files.createDirectories(service.getParent());
        Files.writeString(service, BackendWithoutCard.class.getName());

        String output = run("nd4j-native-\\d.*", "nd4j", services.toString());

        assertThat(output)
                .contains("cannot use one on this machine: No CUDA devices were found in system.")
                .contains("driver", "the Maven profile cuda", "gradlens.kernels")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void runsTheReferenceWithoutNd4j() throws IOException, InterruptedException {
        assertThat(run("nd4j-.*", "reference")).contains("plain Java loops");
    }

    @Test
    void namesWhatComputesAndStartsWithoutAWarning() throws IOException, InterruptedException {
        assertThat(run(NOTHING, "nd4j"))
                .contains("ND4J 1.0.0-M2.1 nd4j-native (CPU, ")
                .doesNotContain("WARN");
    }

    private static String run(String leftOut, String kernels, String... added)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath(leftOut, added),
                        StartKernels.class.getName(),
                        kernels)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static String classPath(String leftOut, String... added) {
        Stream<String> kept = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches(leftOut));
        return Stream.concat(kept, Arrays.stream(added)).collect(Collectors.joining(File.pathSeparator));
    }
}
