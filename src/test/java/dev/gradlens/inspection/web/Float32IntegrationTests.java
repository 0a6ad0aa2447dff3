package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Inspections in single precision over HTTP. */
class Float32IntegrationTests extends ServiceTest {
    static final Set<String> NAMES = Set.copyOf(Sound.NAMES);

    /** Keeps every number as it is printed. */
    private static final JsonMapper AS_PRINTED = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Stream<String> files() throws IOException {
        return GoldenContract.files();
    }

    private static ObjectNode inFloat32(ObjectNode request) {
        return request.put("precision", "float32").put("gradientCheck", false);
    }

    @ParameterizedTest
    @MethodSource("files")
    void givesTheNumbersOfAnIndependentImplementationButForRounding(String file) throws Exception {
        JsonNode golden = GoldenContract.read(file);

        JsonNode answer = client.inspect(inFloat32((ObjectNode) golden.get("request")));

        Map<String, JsonNode> expected = AnswerTensors.of(golden.get("expected"));
        Map<String, JsonNode> got = AnswerTensors.of(answer);
        Set<String> names = new TreeSet<>(expected.keySet());
        assertThat(got).containsOnlyKeys(names);
        names.forEach(name -> AnswerTensors.assertClose(name, got.get(name), expected.get(name), 1e-4, 1e-6));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void printsEveryNumberAsTheShortestThatIsItsFloat(String name) throws Exception {
        ObjectNode request = inFloat32(Sound.of(name));
        request.putArray("include").add("laws").add("descent");

        JsonNode answer = AS_PRINTED.readTree(client.post(request).body());

        AnswerTensors.of(answer).forEach(Float32IntegrationTests::assertShortest);
        answer.get("layers").forEach(layer -> assertShortest("laws", layer.path("laws")));
        assertShortest("descent", answer.get("descent"));
    }

    private static void assertShortest(String name, JsonNode printed) {
        if (printed.isNumber() && !printed.isIntegralNumber()) {
            BigDecimal shortest = new BigDecimal(Float.toString(printed.floatValue()));
            assertThat(printed.decimalValue()).as(name).isEqualByComparingTo(shortest);
        }
        printed.forEach(member -> assertShortest(name, member));
    }

    @Test
    void saysInWhichPrecisionItComputed() throws Exception {
        JsonNode effective = client.inspect(inFloat32(Sound.threeLayers())).get("effective");

        assertThat(effective.get("precision").stringValue()).isEqualTo("float32");
        assertThat(effective.at("/network/layers/0/normalization/epsilon"))
                .isEqualTo(client.inspect(Sound.threeLayers()).at("/effective/network/layers/0/normalization/epsilon"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "three-layers | /batch/X/0/1 = 1e39 | /batch/X/0/1",
                "three-layers | /batch/X/0/1 = -3.4028235677973366e38 | /batch/X/0/1",
                "three-layers | /parameters/layers/0/W/1/0 = 4e38 | /parameters/layers/0/W/1/0",
                "three-layers | /parameters/layers/0/gamma/0 = 1e300 | /parameters/layers/0/gamma/0",
                "three-layers | /network/layers/0/normalization/epsilon = 1e39 |"
                        + " /network/layers/0/normalization/epsilon",
                "three-layers | /network/weightDecay = 1e40 | /network/weightDecay",
                "three-layers | /network/layers/0/activation = {\"type\": \"elu\", \"alpha\": 1e40} |"
                        + " /network/layers/0/activation/alpha",
                "lone-batch | /batch/upstream/1/0 = 1e39 | /batch/upstream/1/0",
                "logits | /parameters/layers/0/b = [[1e39]] | /parameters/layers/0/b/0/0",
            })
    void refusesWhatFloat32CannotHold(String request, String change, String pointer) throws Exception {
        ObjectNode changed = Edit.apply(inFloat32(Sound.of(request)), change);

        JsonNode problem = client.refuse(changed, 422, "invalid-request");

        assertThat(InspectionClient.pointers(problem)).containsExactly(pointer);
        assertThat(problem.at("/errors/0/detail").stringValue()).startsWith("is beyond the range of float32, got ");
    }

    @Test
    void takesTheLargestFloatAndAnythingThatRoundsToIt() throws Exception {
        ObjectNode request = Edit.apply(inFloat32(Sound.logits()), "/parameters/layers/0/b = [3.4028235677973362e38]");

        JsonNode answer = client.inspect(request);

        assertThat(answer.at("/layers/0/forward/Z/0/0").floatValue()).isEqualTo(Float.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-46", "1e-50", "7e-46"})
    void refusesAnEpsilonThatFloat32Makes0(String epsilon) throws Exception {
        ObjectNode request = Edit.apply(Sound.loneBatch(), "/network/layers/0/normalization/epsilon = " + epsilon);

        assertThat(client.post(request).statusCode()).isEqualTo(200);
        JsonNode problem = client.refuse(inFloat32(request), 422, "invalid-request");
        assertThat(InspectionClient.pointers(problem)).containsExactly("/network/layers/0/normalization/epsilon");
        assertThat(problem.at("/errors/0/detail").stringValue())
                .startsWith("is so small that it is 0 in float32, got ");
    }

    @Test
    void takesTheLeastEpsilonThatFloat32Has() throws Exception {
        ObjectNode request =
                Edit.apply(inFloat32(Sound.loneBatch()), "/network/layers/0/normalization/epsilon = 8e-46");

        assertThat(client.post(request).statusCode()).isEqualTo(200);
    }

    @Test
    void dividesBy0WhereThereIsNoEpsilon() throws Exception {
        ObjectNode request = Edit.apply(
                inFloat32(Sound.loneBatch()),
                "/network/layers/0/normalization/epsilon = 0 & /batch/X = [[1, 1], [2, 2], [3, 3]]"
                        + " & /batch/upstream = [[1, 2], [1, 2], [1, 2]]");

        JsonNode answer = client.inspect(request);

        assertThat(answer.at("/layers/0/forward/Znorm/0/0").stringValue()).isEqualTo("NaN");
    }
}
