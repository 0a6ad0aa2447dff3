package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Probes by HTTP. */
class ProbeIntegrationTests extends DiagnosisServiceTest {
    private static final String PYTHON = "python3";
    private static final String PATH = "/v1/probes";
    private static final String JSON_TYPE = "application/json";

    @TempDir
    private Path folder;

    private JsonNode probe(String body) throws Exception {
        HttpResponse<String> answer = client.post(PATH, JSON_TYPE, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return DiagnosisClient.JSON.readTree(answer.body());
    }

    @Test
    void partsMistakesByTwoDigitsWithoutBeingAskedForAnything() throws Exception {
        JsonNode separation = probe("{}").get("separation");

        assertThat(separation.get("minimum").doubleValue()).isGreaterThan(4.5e-2);
        assertThat(separation.get("pair").size()).isEqualTo(2);
        assertThat(separation.get("tensor").stringValue()).isNotEmpty();
    }

    @Test
    void givesARequestThatIsReadyToPostAsAnInspection() throws Exception {
        JsonNode probe = probe("{\"seed\": 1, \"include\": [\"tensors\"]}");

        JsonNode inspection = client.inspect(probe.get("request"));

        assertThat(inspection.at("/gradientCheck/verdict").stringValue()).isEqualTo("PASS");
        assertThat(inspection.at("/layers/0/backward/dZ/1/2").doubleValue())
                .isCloseTo(probe.at("/layers/0/backward/dZ/1/2").doubleValue(), within(1e-12));
        assertThat(inspection.at("/layers/1/forward").propertyNames())
                .isEqualTo(probe.at("/layers/1/forward").propertyNames());
    }

    @Test
    void leavesTheTensorsOutUnlessTheyAreAskedFor() throws Exception {
        assertThat(probe("{\"activation\": \"relu\"}").has("layers")).isFalse();
    }

    @Test
    void keepsWhatIsGiven() throws Exception {
        JsonNode layer = probe("""
                        {"normalization": {"type": "layer", "epsilon": 1e-3}, "activation": {"type": "elu", "alpha": 0.5},
                         "examples": 3, "features": 2, "seed": 9}""").at("/request/network/layers/0");

        assertThat(layer.at("/normalization/type").stringValue()).isEqualTo("layer");
        assertThat(layer.at("/normalization/epsilon").doubleValue()).isEqualTo(1e-3);
        assertThat(layer.at("/activation/alpha").doubleValue()).isEqualTo(0.5);
        assertThat(layer.at("/units").intValue()).isEqualTo(2);
    }

    @Test
    void namesEveryOffendingPlace() throws Exception {
        JsonNode problem = DiagnosisClient.problem(client.post(PATH, JSON_TYPE, """
                        {"normalization": {"type": "none"}, "activation": "softmax", "examples": 2, "features": 1,
                         "include": ["all"], "size": 3}"""), 422, "invalid-request");

        assertThat(DiagnosisClient.pointers(problem))
                .containsExactlyInAnyOrder(
                        "/normalization", "/activation", "/examples", "/features", "/include/0", "/size");
    }

    private HttpResponse<byte[]> file(String format) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + PATH + "?format=" + format))
                .header("Content-Type", JSON_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void writesAFileOfArrays() throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(file("npz").body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }

        assertThat(names)
                .contains("X.npy", "Y.npy", "W1.npy", "gamma1.npy", "Z1.npy", "dZ1.npy", "dX.npy", "response.json");
    }

    @ParameterizedTest
    @CsvSource({
        "direct - through_mean - through_variance, 0, passed",
        "direct, 1, Z03",
        "direct - through_mean + through_variance, 1, Z09"
    })
    void writesATestThatNamesTheMistake(String dZ, int status, String told) throws Exception {
        if (hasNoPytest()) {
            return;
        }
        HttpResponse<byte[]> test = file("pytest");
        assertThat(test.headers().firstValue("Content-Type")).hasValue("text/x-python;charset=utf-8");
        Files.write(folder.resolve("test_probe.py"), test.body());
        String layer = new ClassPathResource("probe_layer.py.txt").getContentAsString(StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("my_layer.py"), layer.replace("dZ1 = MISTAKE", "dZ1 = " + dZ));

        Process pytest = new ProcessBuilder(PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_probe.py")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(pytest.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(pytest.waitFor()).as(output).isEqualTo(status);
        assertThat(output).contains(status == 0 ? told : "dZ1 is wrong. Nearest known mistakes: " + told);
    }

    private static boolean hasNoPytest() throws InterruptedException {
        boolean missing;
        try {
            missing = new ProcessBuilder(PYTHON, "-c", "import numpy, pytest")
                            .start()
                            .waitFor()
                    != 0;
        } catch (IOException absent) {
            missing = true;
        }
        if (missing) {
            System.out.println("NOT TESTED: python3 has no numpy or no pytest here, so that no probe's test was run");
        }
        return missing;
    }
}
