package dev.gradlens.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.arrays.npz.NpzFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that names a model computes with its parameters, on examples as the model standardizes them. */
class ModelAsParametersIntegrationTests extends ModelService {

    @ParameterizedTest
    @CsvSource({"float64, training", "float64, inference", "float32, training", "float32, inference"})
    void isInspectedAsItsParametersAreOnStandardizedExamples(String precision, String mode) {
        ObjectNode model = model(precision);
        ObjectNode byModel = byModel(upload(model)).put("mode", mode);
        ObjectNode byParameters = byParameters(model).put("mode", mode);

        ObjectNode expected = inspected(byParameters);
        ObjectNode answer = inspected(byModel);

        JsonNode parameters = answer.remove("parameters");
        assertThat(parameters.at("/layers/0/runningVariance/2").asDouble()).isEqualTo(0.7);
        assertThat(answer.at("/effective/model")).isEqualTo(byModel.get("model"));
        assertThat(answer.at("/effective/precision").asString()).isEqualTo(precision);
        ((ObjectNode) answer.get("effective")).remove("model");
        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void readsItsBatchFromAFileBesideTheRequest() throws IOException {
        ObjectNode request = byModel(upload(model("float64")));
        JsonNode expected = inspected(request);
        NamedArray x = new NamedArray(
                "X", Shape.of(4, 2), Datatype.F64, new double[] {3.1, -1.1, 4.2, 0.3, 2.7, -2.9, 3.3, 1.7});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new NpzFormat().write(List.of(x), "{}", file);
        ((ObjectNode) request.get("batch")).remove("X");

        Answer answer = post("/v1/inspections", PARTS, parts(request, file.toByteArray()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(withoutRun(json.readTree(answer.body()))).isEqualTo(expected);
    }

    @Test
    void isDiagnosedAsItsParametersAre() {
        JsonNode model = upload(model("float64"));
        ObjectNode request = byModel(model);
        JsonNode right = inspected(request).at("/layers/0/backward");
        ObjectNode sent = request.putObject("gradients").putArray("layers").addObject();
        sent.set("dZ", right.get("dZ"));
        sent.set("dbeta", right.get("dbeta"));

        assertThat(post("/v1/diagnoses", request, 200).get("verdict").asString())
                .isEqualTo("CORRECT");

        sent.set("dbeta", json.readTree("[1, 2, 3]"));
        JsonNode wrong = post("/v1/diagnoses", request, 200);
        assertThat(wrong.get("verdict").asString()).isEqualTo("WRONG");
        assertThat(wrong.at("/effective/model")).isEqualTo(model.get("id"));
    }

    @Test
    void isWhatLinesOfSubmissionsAreHeldAgainst() {
        ObjectNode exercise = byModel(upload(model("float64")));
        ObjectNode line = json.createObjectNode().put("id", "one");
        line.putObject("gradients")
                .putArray("layers")
                .addObject()
                .set("dbeta", inspected(exercise).at("/layers/0/backward/dbeta"));
        String lines = json.writeValueAsString(exercise) + "\n" + json.writeValueAsString(line) + "\n";

        Answer answer = post("/v1/diagnoses/batch", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.text()).contains("\"verdict\":\"CORRECT\"").contains("\"correct\":1");
    }

    @Test
    void isWhatATestOfGradientsIsScoredOn() {
        ObjectNode model = model("float64");
        ObjectNode byModel = byModel(upload(model));
        ObjectNode byParameters = byParameters(model);
        byModel.putArray("compares").add("dZ1").add("dgamma1");
        byParameters.putArray("compares").add("dZ1").add("dgamma1");

        assertThat(post("/v1/mutation-scores", byModel, 200)).isEqualTo(post("/v1/mutation-scores", byParameters, 200));
    }

    @Test
    void namesItsFaultsWithAllOthers() {
        String id = upload(model("float64")).get("id").asString();
        ObjectNode request = json.createObjectNode().put("model", id).put("mode", "train");
        request.putObject("initialization").put("scheme", "he");
        request.set("network", object(MODEL).get("network"));
        ((ObjectNode) request.at("/network/layers/2")).put("units", 5);
        request.set("batch", object("{\"X\": [[1, 2, 3]], \"Y\": [[1, 0]]}"));

        assertThat(faults(post("/v1/inspections", request, 422)))
                .containsExactlyInAnyOrder(
                        "/mode must be one of training, inference, got 'train'",
                        "/model stands beside initialization; a request has one of parameters, initialization and model",
                        "/network has W of 5×3 (units × inputs) in layer 3, but the model has W of 2×3 (units × inputs) there",
                        "/batch/X has shape 1×3, expected 1×2 (examples×inputs)",
                        "/batch/Y has shape 1×2, expected 1×5 (examples×outputs), as A of the last layer");
    }

    private ObjectNode byModel(JsonNode model) {
        ObjectNode request =
                json.createObjectNode().put("model", model.get("id").asString());
        request.set("batch", object(BATCH));
        return request;
    }

    /** The same without the model. */
    private ObjectNode byParameters(ObjectNode model) {
        ObjectNode request = model.deepCopy();
        request.remove(List.of("name", "standardization"));
        ObjectNode batch = object(BATCH);
        ArrayNode x = standardized(batch.get("X"), model.get("standardization"));
        batch.set("X", x);
        request.set("batch", batch);
        return request;
    }

    private ObjectNode inspected(ObjectNode request) {
        return withoutRun(post("/v1/inspections", request, 200));
    }

    private static ObjectNode withoutRun(JsonNode answer) {
        ((ObjectNode) answer).remove("run");
        return (ObjectNode) answer;
    }
}
