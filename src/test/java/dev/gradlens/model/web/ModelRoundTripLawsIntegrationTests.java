package dev.gradlens.model.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A model that goes out in any form comes back as the same model, bit for bit. */
class ModelRoundTripLawsIntegrationTests extends ModelService {

    @ParameterizedTest
    @CsvSource({
        "float64, nested",
        "float64, flat",
        "float64, base64",
        "float32, nested",
        "float32, flat",
        "float32, base64"
    })
    void comesBackFromJson(String precision, String encoding) {
        JsonNode model = upload(model(precision));
        JsonNode parameters = read("/v1/models/" + model.get("id").asString() + "/parameters?tensors=" + encoding);
        ObjectNode again = json.createObjectNode();
        again.set("network", model.get("network"));
        again.put("precision", precision);
        again.putObject("parameters").set("layers", parameters.get("layers"));
        again.set("standardization", parameters.get("standardization"));

        assertSame(model, upload(again));
    }

    @ParameterizedTest
    @CsvSource({"float64, npz", "float64, safetensors", "float32, npz", "float32, safetensors"})
    void comesBackFromAFileAlone(String precision, String format) {
        JsonNode model = upload(model(precision));
        Answer file = fetch("/v1/models/" + model.get("id").asString() + "/parameters?format=" + format);

        Answer again = post("/v1/models", "application/x-" + format, file.body());

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertSame(model, json.readTree(again.body()));
    }

    @ParameterizedTest
    @CsvSource({"float64, npz", "float64, safetensors", "float32, npz", "float32, safetensors"})
    void comesBackFromAFileBesideItsNetwork(String precision, String format) {
        JsonNode model = upload(model(precision));
        Answer file = fetch("/v1/models/" + model.get("id").asString() + "/parameters?format=" + format);
        ObjectNode request = json.createObjectNode().put("precision", precision);
        request.set("network", model.get("network"));

        Answer again = post("/v1/models", PARTS, parts(request, file.body()));

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertSame(model, json.readTree(again.body()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"float64", "float32"})
    void hasTheChecksumOfItsFile(String precision) throws Exception {
        JsonNode model = upload(model(precision));

        byte[] file = exchange(to("/v1/models/" + model.get("id").asString() + "/parameters")
                        .header("Accept", "application/x-safetensors")
                        .GET())
                .body();

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo(model.get("sha256").asString());
        assertThat((long) file.length).isEqualTo(model.get("bytes").asLong());
    }

    /** The same file, and the same inspection by it. */
    private void assertSame(JsonNode model, JsonNode again) {
        assertThat(again.get("id")).isNotEqualTo(model.get("id"));
        assertThat(again.get("sha256")).isEqualTo(model.get("sha256"));
        assertThat(again.get("bytes")).isEqualTo(model.get("bytes"));
        assertThat(again.get("network")).isEqualTo(model.get("network"));
        assertThat(again.get("standardization")).isEqualTo(model.get("standardization"));
        assertThat(inspection(again)).isEqualTo(inspection(model));
    }

    private JsonNode inspection(JsonNode model) {
        ObjectNode request =
                json.createObjectNode().put("model", model.get("id").asString());
        request.set("batch", object(BATCH));
        ObjectNode answer = (ObjectNode) post("/v1/inspections", request, 200);
        answer.remove("run");
        ((ObjectNode) answer.get("effective")).remove("model");
        return answer;
    }
}
