package dev.gradlens.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.arrays.ArrayFiles;
import dev.gradlens.wire.arrays.ArrayFormat;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.arrays.npz.NpzFormat;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Models that come as a file alone. */
class ModelFilesIntegrationTests extends ModelService {
    private static final String NETWORK =
            "{\"inputs\": 2, \"layers\": [{\"type\": \"dense\", \"units\": 1}], \"loss\": \"meanSquaredError\"}";
    private static final NamedArray W = array("W1", Shape.of(1, 2), 1, 2);
    private static final NamedArray B = array("b1", Shape.of(1), 3);

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("application/x-npz", new NpzFormat()),
                Arguments.of("application/x-safetensors", new SafetensorsFormat()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void takesAFileThatAnybodyWrote(String type, ArrayFormat format) {
        byte[] file = ArrayFiles.written(
                format, "{\"name\": \"mine\", \"conventions\": \"keras\", \"network\": " + NETWORK + "}", W, B);

        Answer answer = post("/v1/models", type, file);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode model = json.readTree(answer.body());
        assertThat(model.get("name").asString()).isEqualTo("mine");
        assertThat(read("/v1/models/" + model.get("id").asString() + "/parameters")
                        .get("layers")
                        .toString())
                .isEqualTo("[{\"W\":[[1.0,2.0]],\"b\":[3.0]}]");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void namesWhatIsWrongAtTheArrays(String type, ArrayFormat format) {
        byte[] file = ArrayFiles.written(
                format,
                "{\"network\": " + NETWORK + "}",
                array("W1", Shape.of(2, 2), 1, 2, 3, 4),
                array("W2", Shape.of(1, 1), 1),
                array("standardizationMean", Shape.of(2), 1, Double.NaN),
                array("standardizationStd", Shape.of(3), 1, -2, 1),
                array("other", Shape.of(1), 1));

        assertThat(faults(refused(type, file)))
                .containsExactlyInAnyOrder(
                        "/arrays/W1 has shape 2×2, expected 1×2 (units × inputs)",
                        "/parameters/layers/0/b is missing",
                        "/arrays/W2 belongs to layer 2, but the network has 1",
                        "/arrays/standardizationMean/1 must be a finite number, got NaN",
                        "/arrays/standardizationStd has 3 entries, expected 2 (inputs)",
                        "/arrays/standardizationStd/1 must be at least 0, got -2.0",
                        "/arrays/other is not an array of this request; it may have X, Y, labels, upstream, and W1, b1,"
                                + " gamma1, beta1, runningMean1, runningVariance1 of layer 1 and so on, and a model"
                                + " standardizationMean and standardizationStd");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void saysThatTheNetworkIsMissing(String type, ArrayFormat format) {
        assertThat(faults(refused(type, ArrayFiles.written(format, "{}", W, B))))
                .containsExactly("/network is missing; it must be an object");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refusesATextThatIsNotJson(String type, ArrayFormat format) {
        assertThat(faults(refused(type, ArrayFiles.written(format, "{\"network\": NaN}", W, B))))
                .singleElement()
                .asString()
                .startsWith("/arrays has a text beside its arrays that is not JSON, at line 1, column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-npz", "application/x-safetensors"})
    void refusesWhatIsNoSuchFile(String type) {
        assertThat(faults(refused(type, utf8("not a file of arrays at all, whatever it says"))))
                .singleElement()
                .asString()
                .startsWith("/arrays ");
    }

    @Test
    void refusesSafetensorsWithoutAText() {
        byte[] file = utf8("        {\"a\":{\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[0,0]}}");
        Arrays.fill(file, 0, 8, (byte) 0);
        file[0] = (byte) (file.length - 8);

        assertThat(faults(refused("application/x-safetensors", file)))
                .containsExactly("/arrays has no text beside its arrays that says what they are");
    }

    @Test
    void takesNoFileWhereNoneIsExpected() {
        byte[] file = ArrayFiles.written(new NpzFormat(), "{}", W, B);

        assertThat(post("/v1/inspections", "application/x-npz", file).status()).isEqualTo(415);
    }

    /** The file of the deepest network has the longest header. */
    @Test
    void givesTheDeepestNetworkAsAFileThatItTakes() {
        ObjectNode model = json.createObjectNode();
        ArrayNode layers = model.putObject("network")
                .put("inputs", 1)
                .put("loss", "meanSquaredError")
                .putArray("layers");
        ArrayNode parameters = model.putObject("parameters").putArray("layers");
        for (int l = 0; l < 1000; l++) {
            layers.addObject()
                    .put("type", "dense")
                    .put("units", 1)
                    .put("activation", "identity")
                    .putObject("normalization")
                    .put("type", "batch")
                    .put("epsilon", 0.012345678901234567);
            ObjectNode layer = parameters.addObject();
            layer.putArray("W").addArray().add(1);
            layer.putArray("b").add(1);
        }
        JsonNode made = upload(model);

        byte[] file = fetch("/v1/models/" + made.get("id").asString() + "/parameters?format=safetensors")
                .body();
        Answer again = post("/v1/models", "application/x-safetensors", file);

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(json.readTree(again.body()).get("sha256")).isEqualTo(made.get("sha256"));
    }

    private JsonNode refused(String type, byte[] file) {
        Answer answer = post("/v1/models", type, file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return json.readTree(answer.body());
    }

    private static NamedArray array(String name, Shape shape, double... values) {
        return new NamedArray(name, shape, Datatype.F64, values);
    }
}
