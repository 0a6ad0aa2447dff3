package dev.gradlens.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.model.Model;
import dev.gradlens.model.ModelContent;
import dev.gradlens.model.Models;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ModelsIntegrationTests extends ModelService {
    @Autowired
    private Models models;

    @Test
    void takesAModelAndTellsWhereItIs() {
        Answer answer = post("/v1/models", JSON, utf8(MODEL));

        JsonNode made = json.readTree(answer.body());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.response().headers().firstValue("Location"))
                .contains("/v1/models/" + made.get("id").asString());
        assertThat(read("/v1/models/" + made.get("id").asString())).isEqualTo(made);
    }

    @Test
    void showsItWithNothingLeftToADefault() {
        JsonNode made = upload(object(MODEL).put("conventions", "keras").put("precision", "float32"));

        assertThat(made.get("name").asString()).isEqualTo("three layers");
        assertThat(made.at("/network/layers/0/normalization/momentum").asDouble())
                .isEqualTo(0.99);
        assertThat(made.at("/network/layers/0/normalization/epsilon").asDouble())
                .isEqualTo(1e-3);
        assertThat(made.at("/effective/precision").asString()).isEqualTo("float32");
        assertThat(made.at("/effective/network")).isEqualTo(made.get("network"));
        assertThat(made.get("standardization")).isEqualTo(object(MODEL).get("standardization"));
        assertThat(made.get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(made.get("step").asLong()).isZero();
        assertThat(made.has("training")).isFalse();
        assertThat(Instant.parse(made.get("createdAt").asString()))
                .isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void listsPageByPageInTheOrderOfMaking() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(upload(object(MODEL)).get("id").asString());
        }
        List<String> listed = new ArrayList<>();

        String next = "";
        do {
            JsonNode page = read("/v1/models?limit=2" + (next.isEmpty() ? "" : "&after=" + next));
            assertThat(page.get("items").size()).isBetween(1, 2);
            page.get("items").forEach(item -> listed.add(item.get("id").asString()));
            next = page.has("next") ? page.get("next").toString() : "";
        } while (!next.isEmpty());

        assertThat(listed).containsSubsequence(made).doesNotHaveDuplicates();
    }

    @Test
    void listsThoseOfATrainingAlone() {
        String training = UUID.randomUUID().toString();
        Model made = ofATraining(training);

        JsonNode page = read("/v1/models?training=" + training);

        assertThat(page.get("items").size()).isEqualTo(1);
        assertThat(page.at("/items/0/id").asString()).isEqualTo(made.id());
        assertThat(page.at("/items/0/training").asString()).isEqualTo(training);
        assertThat(page.at("/items/0/step").asLong()).isEqualTo(7);
        assertThat(page.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?training=none", "?training=%00", "?training=" + "a%27%20or%201=1"})
    void listsNothingForATrainingThatThereIsNot(String query) {
        assertThat(read("/v1/models" + query).get("items").size()).isZero();
    }

    @Test
    void deletesAModel() {
        String address = "/v1/models/" + upload(object(MODEL)).get("id").asString();

        Answer deleted = exchange(to(address).DELETE());

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(fetch(address).status()).isEqualTo(404);
        assertThat(exchange(to(address).DELETE()).status()).isEqualTo(404);
    }

    @Test
    void leavesTheModelsOfATrainingToItsDeletion() {
        String training = UUID.randomUUID().toString();
        Model made = ofATraining(training);

        Answer refused = exchange(to("/v1/models/" + made.id()).DELETE());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("delete the training");
        assertThat(models.find(made.id())).map(Model::file).contains(made.file());
        assertThat(models.deleteOf(training)).isEqualTo(1);
        assertThat(models.find(made.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models/none", "/v1/models/none/parameters", "/v1/models/a'b", "/v1/models/%C3%A4"})
    void knowsNoOtherModel(String address) {
        assertThat(fetch(address.replace("'", "%27")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/models?limit=0 | limit must be from 1 to 100, got 0",
                "/v1/models?limit=101 | limit must be from 1 to 100, got 101",
                "/v1/models?after=-1 | after must be at least 0, got -1",
                "/v1/models?after=x | after 'x' is not a number that is allowed here",
                "/v1/models?limit=x | limit 'x' is not a number that is allowed here",
                "/v1/models/ID/parameters?format=zip | format 'zip' is not one of json, npz, safetensors",
                "/v1/models/ID/parameters?tensors=xml | tensors 'xml' is not one of nested, flat, base64",
            })
    void namesAParameterThatIsWrong(String address, String fault) {
        String id = upload(object(MODEL)).get("id").asString();

        Answer refused = fetch(address.replace("ID", id));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(faults(json.readTree(refused.body()))).singleElement().isEqualTo(fault);
    }

    @Test
    void namesEveryFaultOfAnUpload() {
        ObjectNode request = object(MODEL).put("name", "").put("precision", "float16");
        request.putObject("batch");
        ((ObjectNode) request.at("/network/layers/0")).put("units", 4);
        ((ObjectNode) request.at("/parameters/layers/2")).remove("W");
        request.set("standardization", object("{\"mean\": [1], \"std\": [-1, 1]}"));

        assertThat(faults(post("/v1/models", request, 422)))
                .containsExactlyInAnyOrder(
                        "/name must have 1 to 200 characters, got 0",
                        "/precision must be one of float64, float32, got 'float16'",
                        "/batch 'batch' is not a field of a model; its fields are name, network, parameters, conventions,"
                                + " precision, standardization",
                        "/parameters/layers/0/W has shape 3×2, expected 4×2 (units × inputs)",
                        "/parameters/layers/0/b has 3 entries, expected 4 (units)",
                        "/parameters/layers/0/gamma has 3 entries, expected 4 (units)",
                        "/parameters/layers/0/beta has 3 entries, expected 4 (units)",
                        "/parameters/layers/0/runningMean has 3 entries, expected 4 (units)",
                        "/parameters/layers/0/runningVariance has 3 entries, expected 4 (units)",
                        "/parameters/layers/1/gamma has 3 entries, expected 4 (units)",
                        "/parameters/layers/2/W is missing",
                        "/standardization/mean has 1 entry, expected 2 (inputs)",
                        "/standardization/std/0 must be at least 0, got -1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /network is missing; it must be an object",
                "{\"network\": 1, \"parameters\": []} | /network must be an object, got a number",
                "{\"model\": \"m\", \"network\": {}} | /model 'model' is not a field of a model",
            })
    void refusesWhatIsNoModel(String request, String fault) {
        assertThat(faults(post("/v1/models", object(request), 422))).anyMatch(said -> said.startsWith(fault));
    }

    @Test
    void refusesNumbersBeyondThePrecision() {
        ObjectNode request = model("float32");
        ((ObjectNode) request.at("/parameters/layers/1"))
                .putArray("gamma")
                .add(1)
                .add(1e39)
                .add(2);

        assertThat(faults(post("/v1/models", request, 422)))
                .containsExactly("/parameters/layers/1/gamma/1 is beyond the range of float32, got 1.0E39");
    }

    @Test
    void showsParametersThatAreNotFinite() {
        ModelContent sound =
                models.content(upload(model("float64")).get("id").asString()).orElseThrow();
        String id = UUID.randomUUID().toString();
        ModelContent diverged = Diverged.of(sound);
        models.add(id, "diverged", 3, diverged, models.write(diverged));

        JsonNode parameters = read("/v1/models/" + id + "/parameters");

        assertThat(parameters.at("/layers/0/b/1").asString()).isEqualTo("NaN");
        assertThat(parameters.at("/layers/0/b/2").asString()).isEqualTo("-Infinity");
        assertThat(parameters.at("/warnings/0/tensor").asString()).isEqualTo("b");
        assertThat(parameters.at("/warnings/0/count").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/inspections", "/v1/diagnoses", "/v1/mutation-scores"})
    void answersRequestsByAModelThatDiverged(String address) {
        ModelContent sound =
                models.content(upload(model("float64")).get("id").asString()).orElseThrow();
        String id = UUID.randomUUID().toString();
        ModelContent diverged = Diverged.of(sound);
        models.add(id, "diverged", 3, diverged, models.write(diverged));
        ObjectNode request = json.createObjectNode().put("model", id);
        request.set("batch", object(BATCH));
        if (address.endsWith("diagnoses")) {
            request.set("gradients", object("{\"layers\": [{\"dbeta\": [1, 2, 3]}]}"));
        } else if (address.endsWith("scores")) {
            request.putArray("compares").add("dZ1");
        }

        Answer answer = post(address, JSON, json.writeValueAsBytes(request));

        assertThat(Set.of(200, 422)).as(answer.text()).contains(answer.status());
    }

    private Model ofATraining(String training) {
        ModelContent content =
                models.content(upload(object(MODEL)).get("id").asString()).orElseThrow();
        String id = UUID.randomUUID().toString();
        models.add(id, training, 7, content, models.write(content));
        return models.find(id).orElseThrow();
    }
}
