package dev.gradlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Clients that openapi-generator writes from the committed document. Maven puts it and what they need into target. */
@Timeout(300)
class GeneratedClientIntegrationTests extends ServiceClient {
    private static final Path DOCUMENT = Path.of("openapi", "gradlens.json");
    private static final Path TOOLS = Path.of("target", "clients");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    @Test
    void aJavaClientCompilesAndReadsTheGradientsThatPlainJsonHolds() throws Exception {
        generate(
                "java",
                "openApiNullable=false,useJakartaEe=true,"
                        + "invokerPackage=client,apiPackage=client.api,modelPackage=client.model");
        compile(sources(folder.resolve("src/main/java")));

        List<String> printed =
                run("-cp", classPath(), "Inspect", address()).lines().toList();

        JsonNode plain = json.readTree(inspect(printed.get(0)).body());
        assertThat(printed.get(1)).isEqualTo(plain.at("/gradientCheck/verdict").stringValue());
        assertThat(json.readTree(printed.get(2))).isEqualTo(plain.at("/layers/0/backward/dZ"));
        assertThat(plain.at("/layers/0/backward/dZ").size()).isEqualTo(3);
    }

    @Test
    void aTypeScriptClientHasEveryOperationAndTheirTypes() throws Exception {
        generate("typescript-fetch", "supportsES6=true");

        assertThat(folder.resolve("apis/InspectionsApi.ts")).content().contains("async inspect(");
        assertThat(folder.resolve("apis/ProblemsApi.ts")).content().contains("async explainProblem(");
        assertThat(folder.resolve("models/BackwardAnswer.ts")).content().contains("dZ: Array<Array<Real>>;");
    }

    private void generate(String generator, String options) throws Exception {
        run(
                "-jar",
                TOOLS.resolve("openapi-generator-cli.jar").toString(),
                "generate",
                "--generator-name=" + generator,
                "--input-spec=" + DOCUMENT,
                "--output=" + folder,
                "--additional-properties=" + options,
                "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
    }

    private void compile(List<Path> sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", folder.toString()));
        arguments.addAll(List.of("-cp", classPath(), "src/test/resources/clients/Inspect.java"));
        sources.forEach(source -> arguments.add(source.toString()));

        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private String classPath() throws IOException {
        try (Stream<Path> libraries = Files.list(TOOLS.resolve("lib"))) {
            return Stream.concat(Stream.of(folder), libraries)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** What a Java program prints; it has to end well. */
    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
