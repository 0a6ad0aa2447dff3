package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

/** What an independent implementation of the contract says, whichever kernels compute. */
abstract class GoldenContract extends ServiceTest {

    static Stream<String> files() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:golden/*.json");
        return Stream.of(files).map(Resource::getFilename).sorted();
    }

    static JsonNode read(String file) {
        return InspectionClient.JSON.readTree(GoldenContract.class.getResourceAsStream("/golden/" + file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void givesTheNumbersOfAnIndependentImplementation(String file) throws Exception {
        JsonNode golden = read(file);
        JsonNode request = golden.get("request");

        JsonNode answer = client.inspect(request);

        Map<String, JsonNode> expected = AnswerTensors.of(golden.get("expected"));
        Map<String, JsonNode> got = AnswerTensors.of(answer);
        Set<String> names = new TreeSet<>(expected.keySet());
        assertThat(got).containsOnlyKeys(names);
        names.forEach(name -> AnswerTensors.assertClose(name, got.get(name), expected.get(name)));
        assertSensible(answer.at("/gradientCheck/verdict").stringValue(), request);
    }

    /** Never calls a right gradient wrong, nor a wrong one right. */
    private static void assertSensible(String verdict, JsonNode request) {
        boolean exact = request.path("backward").asString("exact").equals("exact");
        assertThat(verdict).isNotEqualTo(exact ? "FAIL" : "PASS");
    }
}
