package dev.gradlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final Pattern MODEL = Pattern.compile("from '../models/(\\w+)'");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** What the Java client sends in base64. */
    private static final String NESTED = """
            {"network": {"inputs": 2, "loss": "halfMeanSquaredError", "layers": [
                {"type": "dense", "units": 2, "normalization": {"type": "batch"}, "activation": "tanh"}]},
             "parameters": {"layers": [{"W": [[0.5, -1], [0.75, 2]], "b": [0.25, -0.5]}]},
             "batch": {"X": [[1, 2], [3, 4], [-1, 0.5]], "Y": [[0.5, 0.1], [-0.5, 0.2], [0.25, 0.3]]}}""";

    @TempDir
    Path folder;

    /** A list that is not given has to stay away: an empty one in {@code tensors.only} asks for no tensor. */
    @Test
    void aJavaClientCompilesAndReadsInBase64TheGradientsThatPlainJsonHolds() throws Exception {
        generate(
                "java",
                "openApiNullable=false,useJakartaEe=true,containerDefaultToNull=true,"
                        + "invokerPackage=client,apiPackage=client.api,modelPackage=client.model");
        compile(sources(folder.resolve("src/main/java")));

        List<String> printed =
                run("-cp", classPath(), "Inspect", address()).lines().toList();

        JsonNode plain = json.readTree(inspect(NESTED).body());
        assertThat(printed)
                .containsExactly(
                        plain.at("/gradientCheck/verdict").stringValue(), "[3, 2]", "FP64", numbersOfDz(plain));
    }

    @Test
    void aTypeScriptClientHasEveryOperationAndTheirTypes() throws Exception {
        generate("typescript-fetch", "supportsES6=true");

        assertThat(folder.resolve("apis/InspectionsApi.ts")).content().contains("async inspect(");
        assertThat(folder.resolve("apis/ProblemsApi.ts")).content().contains("async explainProblem(");
        assertThat(folder.resolve("models/BackwardAnswer.ts")).content().contains("dZ?: Matrix;");
        assertThat(folder.resolve("models/Matrix.ts")).content().contains("type Matrix = Array<any> | FlatTensor;");
        assertThat(folder.resolve("models/FlatTensor.ts")).content().contains("base64?: string;");
        assertThat(importsOfModels())
                .isNotEmpty()
                .allSatisfy(model ->
                        assertThat(folder.resolve("models/" + model + ".ts")).isRegularFile());
    }

    private static String numbersOfDz(JsonNode answer) {
        return answer.at("/layers/0/backward/dZ")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::doubleValue)
                .toList()
                .toString();
    }

    private List<String> importsOfModels() throws IOException {
        return MODEL.matcher(Files.readString(folder.resolve("apis/InspectionsApi.ts")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Models of forms would be left out, though the operation that takes one refers to it. */
    private void generate(String generator, String options) throws Exception {
        run(
                "-XX:TieredStopAtLevel=1",
                "-jar",
                TOOLS.resolve("openapi-generator-cli.jar").toString(),
                "generate",
                "--generator-name=" + generator,
                "--input-spec=" + DOCUMENT,
                "--output=" + folder,
                "--additional-properties=" + options,
                "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false,skipFormModel=false");
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
