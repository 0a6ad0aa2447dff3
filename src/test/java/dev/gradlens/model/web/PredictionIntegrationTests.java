package dev.gradlens.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.model.ModelContent;
import dev.gradlens.model.Models;
import dev.gradlens.wire.arrays.ArrayFiles;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.arrays.npz.NpzFormat;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PredictionIntegrationTests extends ModelService {
    private static final double[] X = {3.1, -1.1, 4.2, 0.3, 2.7, -2.9, 3.3, 1.7};

    @Autowired
    private Models models;

    @ParameterizedTest
    @CsvSource({"float64", "float32"})
    void saysWhatTheLastLayerGivesInInference(String precision) {
        JsonNode model = upload(model(precision));

        JsonNode predicted = post(address(model), examples(), 200);

        assertThat(predicted.get("A")).isEqualTo(inspectedA(model));
        assertThat(predicted.get("warnings").size()).isZero();
    }

    @Test
    void labelsByTheLargestOutput() {
        JsonNode predicted = post(address(upload(object(MODEL))), examples(), 200);

        for (int i = 0; i < 4; i++) {
            double first = predicted.at("/A/" + i + "/0").asDouble();
            double second = predicted.at("/A/" + i + "/1").asDouble();
            assertThat(predicted.at("/labels/" + i).asInt()).isEqualTo(first >= second ? 0 : 1);
        }
        assertThat(predicted.get("labels").toString()).contains("0").contains("1");
    }

    @ParameterizedTest
    @CsvSource({
        "binaryCrossEntropy, sigmoid, '[1,0,0]'",
        "sigmoidBinaryCrossEntropy, identity, '[1,0,0]'",
        "meanSquaredError, identity, ''",
        "halfMeanSquaredError, relu, ''",
        "upstream, identity, ''",
        "crossEntropy, softmax, '[0,0,0]'",
    })
    void labelsWhereTheLossHasClasses(String loss, String activation, String labels) {
        ObjectNode model = object("{\"parameters\": {\"layers\": [{\"W\": [[2]], \"b\": [-1]}]}}");
        model.putObject("network").put("inputs", 1).put("loss", loss);
        ((ObjectNode) model.get("network"))
                .putArray("layers")
                .addObject()
                .put("type", "dense")
                .put("units", 1)
                .put("activation", activation);

        JsonNode predicted = post(address(upload(model)), object("{\"X\": [[1], [0.5], [-3]]}"), 200);

        assertThat(predicted.path("labels").toString()).isEqualTo(labels);
    }

    @Test
    void laysExamplesOutAsTheyCame() {
        JsonNode model = upload(object(MODEL));
        JsonNode inRows = post(address(model), examples(), 200);

        JsonNode inColumns = post(
                address(model),
                object("{\"layout\": \"columns\", \"X\": [[3.1, 4.2, 2.7, 3.3], [-1.1, 0.3, -2.9, 1.7]]}"),
                200);

        assertThat(inColumns.get("A").size()).isEqualTo(2);
        assertThat(inColumns.at("/A/1/3")).isEqualTo(inRows.at("/A/3/1"));
        assertThat(inColumns.get("labels")).isEqualTo(inRows.get("labels"));
    }

    @ParameterizedTest
    @CsvSource({"flat, data", "base64, base64"})
    void writesTensorsAsTheyAreAskedFor(String format, String member) {
        ObjectNode request = examples();
        request.putObject("tensors").put("format", format);

        JsonNode predicted = post(address(upload(model("float32"))), request, 200);

        assertThat(predicted.at("/A/datatype").asString()).isEqualTo("FP32");
        assertThat(predicted.at("/A/shape").toString()).isEqualTo("[4,2]");
        assertThat(predicted.get("A").has(member)).isTrue();
    }

    @Test
    void takesExamplesFromAFileAndAnswersInOne() {
        JsonNode model = upload(object(MODEL));
        byte[] file =
                ArrayFiles.written(new SafetensorsFormat(), "{}", new NamedArray("X", Shape.of(4, 2), Datatype.F64, X));
        byte[] body = parts(json.createObjectNode(), file);

        Answer inJson = post(address(model), PARTS, body);
        Answer inFile = post(address(model) + "?format=npz", PARTS, body);

        JsonNode expected = post(address(model), examples(), 200);
        assertThat(json.readTree(inJson.body())).isEqualTo(expected);
        NamedArray a = ArrayFiles.read(new NpzFormat(), inFile.body()).arrays().getFirst();
        assertThat(a.name()).isEqualTo("A");
        assertThat(a.values()[7]).isEqualTo(expected.at("/A/3/1").asDouble());
        assertThat(inFile.text()).contains("\"labels\":");
    }

    @Test
    void namesAFileThatIsNoneOfExamples() {
        byte[] file = ArrayFiles.written(
                new SafetensorsFormat(),
                "{}",
                new NamedArray("X", Shape.of(8), Datatype.F64, X),
                new NamedArray("W1", Shape.of(8), Datatype.F64, X));

        Answer refused = post(address(upload(object(MODEL))), PARTS, parts(json.createObjectNode(), file));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(faults(json.readTree(refused.body())))
                .containsExactly(
                        "/arrays/X must be a matrix, got 8 (a vector)",
                        "/arrays/W1 is not an array of this request; it may have X");
    }

    @Test
    void warnsOfOutputsThatAreNotNumbers() {
        ModelContent sound =
                models.content(upload(object(MODEL)).get("id").asString()).orElseThrow();
        String id = UUID.randomUUID().toString();
        ModelContent diverged = Diverged.of(sound);
        models.add(id, "diverged", 3, diverged, models.write(diverged));

        JsonNode predicted = post("/v1/models/" + id + "/predictions", examples(), 200);

        assertThat(predicted.at("/A/0/0").asString()).isEqualTo("NaN");
        assertThat(predicted.at("/warnings/0/code").asString()).isEqualTo("nonFinite");
        assertThat(predicted.at("/warnings/0/tensor").asString()).isEqualTo("A");
        assertThat(predicted.at("/warnings/0/count").asInt()).isEqualTo(8);
        assertThat(predicted.has("labels")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /X is missing; it must be",
                "{\"X\": [[1, 2, 3]]} | /X has shape 1×3, expected 1×2 (examples×inputs)",
                "{\"X\": [[1, 2], [3]]} | /X/1 ",
                "{\"X\": [[1, 2]], \"layout\": \"columns\"} | /X has shape 1×2, expected 2×2 (inputs×examples)",
                "{\"X\": [[1, 2]], \"labels\": [1]} | /labels 'labels' is not a field of a prediction",
                "{\"X\": [[1, 2]], \"tensors\": {\"format\": \"summary\"}} | /tensors/format must be one of nested, flat, base64",
                "{\"X\": [[1.7e308, 2]]} | /X/0/0 is beyond the range of float64 once the model has standardized it",
            })
    void namesWhatIsWrong(String request, String fault) {
        JsonNode problem = post(address(upload(object(MODEL))), object(request), 422);

        assertThat(faults(problem)).singleElement().asString().startsWith(fault);
    }

    @Test
    void refusesMoreNumbersThanAnAnswerHas() {
        ObjectNode model = object("{\"parameters\": {\"layers\": [{}]}}");
        model.putObject("network").put("inputs", 1).put("loss", "meanSquaredError");
        ((ObjectNode) model.get("network"))
                .putArray("layers")
                .addObject()
                .put("type", "dense")
                .put("units", 5000)
                .put("bias", false);
        var w = ((ObjectNode) model.at("/parameters/layers/0")).putArray("W");
        for (int j = 0; j < 5000; j++) {
            w.addArray().add(j);
        }
        var x = json.createArrayNode();
        for (int i = 0; i < 1000; i++) {
            x.addArray().add(i);
        }
        ObjectNode request = json.createObjectNode();
        request.set("X", x);

        JsonNode problem = post(address(upload(model)), request, 422);

        assertThat(problem.get("type").asString()).endsWith("work-too-large");
        assertThat(problem.at("/estimate/answerNumbers").asLong()).isEqualTo(5_001_000);
    }

    @Test
    void knowsNoOtherModel() {
        assertThat(post("/v1/models/none/predictions", JSON, json.writeValueAsBytes(examples()))
                        .status())
                .isEqualTo(404);
    }

    private static String address(JsonNode model) {
        return "/v1/models/" + model.get("id").asString() + "/predictions";
    }

    private ObjectNode examples() {
        ObjectNode request = json.createObjectNode();
        request.set("X", object(BATCH).get("X"));
        return request;
    }

    private JsonNode inspectedA(JsonNode model) {
        ObjectNode request =
                json.createObjectNode().put("model", model.get("id").asString()).put("mode", "inference");
        request.set("batch", object(BATCH));
        return post("/v1/inspections", request, 200).at("/layers/2/forward/A");
    }
}
