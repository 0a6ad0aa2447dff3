package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.arrays.ArrayFiles;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer in a file holds what the one in JSON does, to the last bit. */
class ArraysAnswerIntegrationTests extends ServiceTest {

    private HttpRequest.Builder posting(String query, JsonNode request) {
        return client.to("/v1/inspections" + query)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(InspectionClient.JSON.writeValueAsBytes(request)));
    }

    private byte[] file(String form, JsonNode request) throws Exception {
        HttpResponse<byte[]> answer = client.fetch(
                posting("", request).header("Accept", "application/x-" + form).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-" + form);
        return answer.body();
    }

    static Map<String, NamedArray> arrays(String form, byte[] file) {
        ArrayFiles.Read read = ArrayFiles.read(Apart.format(form), file);
        assertThat(read.faults()).isEmpty();
        return read.arrays().stream().collect(Collectors.toMap(NamedArray::name, Function.identity()));
    }

    static JsonNode document(String form, byte[] file) throws Exception {
        if (form.equals("npz")) {
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("response.json")) {
                    return InspectionClient.JSON.readTree(zip.readAllBytes());
                }
            }
        }
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        JsonNode header = InspectionClient.JSON.readTree(file, 8, length);
        return InspectionClient.JSON.readTree(
                header.at("/__metadata__/response").stringValue());
    }

    @ParameterizedTest
    @MethodSource("dev.gradlens.inspection.web.ArraysRequestIntegrationTests#examplesInForms")
    void holdsEveryTensorAndTheRest(String example, String form) throws Exception {
        JsonNode request = ArraysRequestIntegrationTests.example(example);
        JsonNode inJson = client.inspect(request);

        byte[] file = file(form, request);

        Map<String, NamedArray> arrays = arrays(form, file);
        assertThat(document(form, file)).isEqualTo(rest(inJson, document(form, file), arrays));
        assertThat(arrays).isEmpty();
    }

    /** Takes the tensors out of an answer in JSON, each with its array, and what was measured from the other document. */
    private static JsonNode rest(JsonNode inJson, JsonNode other, Map<String, NamedArray> arrays) {
        take((ObjectNode) inJson, "dX", "", arrays);
        for (JsonNode layer : inJson.get("layers")) {
            String number = layer.get("layer").toString();
            for (String part : List.of("forward", "backward", "paths")) {
                if (layer.get(part) instanceof ObjectNode tensors) {
                    Set<String> names = new HashSet<>(tensors.propertyNames());
                    names.remove("norms");
                    names.forEach(name -> take(tensors, name, number, arrays));
                }
            }
        }
        ((ObjectNode) inJson).set("run", other.get("run"));
        return inJson;
    }

    private static void take(ObjectNode holder, String name, String layer, Map<String, NamedArray> arrays) {
        NamedArray array = arrays.remove(name + layer);
        NamedArray expected = Apart.array(name + layer, holder.remove(name));
        assertThat(array).as(name + layer).isNotNull();
        assertThat(array.shape()).isEqualTo(expected.shape());
        assertThat(array.datatype()).isEqualTo(Datatype.F64);
        assertThat(array.values()).as(name + layer).containsExactly(expected.values());
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, '', 200, application/json",
        "application/json, '', 200, application/json",
        "application/*, '', 200, application/json",
        "application/x-npz, '', 200, application/x-npz",
        "application/x-safetensors, '', 200, application/x-safetensors",
        "'application/x-npz;q=0.1, application/json', '', 200, application/json",
        "'application/json;q=0.5, application/x-npz', '', 200, application/x-npz",
        "'text/html, application/x-safetensors;q=0.9, */*;q=0.1', '', 200, application/x-safetensors",
        "'text/html, */*;q=0.1', '', 200, application/json",
        "application/json, ?format=npz, 200, application/x-npz",
        "application/x-npz, ?format=safetensors, 200, application/x-safetensors",
        "application/x-npz, ?format=json, 200, application/json",
        "application/x-npz;q=0, '', 406, application/problem+json",
        "application/json;q=0, '', 406, application/problem+json",
        "'text/html, application/x-npz;q=0', '', 406, application/problem+json",
        "'*/*, application/json;q=0', '', 200, application/x-npz",
        "'*/*, application/json;q=0.0, application/x-npz;q=0.000', '', 200, application/x-safetensors",
        "'*/*, application/*;q=0', '', 406, application/problem+json",
        "'application/x-npz, */*;q=0', '', 200, application/x-npz",
        "'application/*, */*;q=0', '', 200, application/json",
        "'*/*, application/json;q=0.1, application/x-npz;q=0', '', 200, application/x-safetensors",
        "'application/json, application/x-npz;q=0', '', 200, application/json",
        "application/json;q=0, ?format=json, 200, application/json",
        "text/html, '', 406, application/problem+json",
        "application/json, ?format=xml, 422, application/problem+json",
        "application/json, ?format=NPZ, 200, application/x-npz",
        "application/x-npz, ?format=Npz, 422, application/problem+json"
    })
    void isGivenInTheFormThatWasAskedFor(String accept, String query, int status, String type) throws Exception {
        JsonNode request = ArraysRequestIntegrationTests.example("paper");

        HttpResponse<byte[]> answer =
                client.fetch(posting(query, request).header("Accept", accept).build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"npz", "safetensors"})
    void refusesInJsonWhateverIsAccepted(String form) throws Exception {
        HttpResponse<String> answer = client.send(posting("", InspectionClient.JSON.createObjectNode())
                .header("Accept", "application/x-" + form)
                .build());

        assertThat(answer.statusCode()).isEqualTo(422);
        InspectionClient.problem(answer, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"npz", "safetensors"})
    void holdsTheChosenTensorsAlone(String form) throws Exception {
        ObjectNode request = (ObjectNode) ArraysRequestIntegrationTests.example("forum-network");
        request.putObject("tensors").putArray("only").add("dZ").add("direct1").add("dX");

        byte[] file = file(form, request);

        assertThat(arrays(form, file)).containsOnlyKeys("dZ1", "dZ2", "dZ3", "direct1", "dX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"npz", "safetensors"})
    void namesParametersAndWhatWasIncludedByTheirLayers(String form) throws Exception {
        ObjectNode request = (ObjectNode) ArraysRequestIntegrationTests.example("forum-network");
        request.remove("parameters");
        request.putObject("initialization").put("scheme", "he").put("seed", 1);
        request.putArray("include").add("paths").add("jacobian");

        Map<String, NamedArray> arrays = arrays(form, file(form, request));

        assertThat(arrays)
                .containsKeys("W1", "b3", "gamma2", "beta2", "direct1", "throughMean1", "throughVariance2", "jacobian1")
                .containsKeys("initialRunningMean1", "initialRunningVariance2", "runningMean1", "runningVariance2");
        assertThat(arrays.get("initialRunningMean1").values()).containsOnly(0);
        assertThat(arrays.get("jacobian1").shape()).hasToString("3×6×6");
    }

    @ParameterizedTest
    @CsvSource({"npz, none", "npz, summary", "safetensors, none", "safetensors, summary"})
    void holdsNoArraysWhereTensorsAreNotShownAsSuch(String form, String format) throws Exception {
        ObjectNode request = (ObjectNode) ArraysRequestIntegrationTests.example("paper");
        request.putObject("tensors").put("format", format);

        byte[] file = file(form, request);

        assertThat(arrays(form, file)).isEmpty();
        assertThat(document(form, file).at("/layers/0/forward/Z").has("histogram"))
                .isEqualTo(format.equals("summary"));
    }

    @ParameterizedTest
    @CsvSource({"npz, npz", "npz, safetensors", "safetensors, npz", "safetensors, safetensors"})
    void goesRoundThroughBothForms(String posted, String answered) throws Exception {
        JsonNode whole = ArraysRequestIntegrationTests.example("forum-network");
        HttpRequest request = client.to("/v1/inspections?format=" + answered)
                .header("Content-Type", Parcel.TYPE)
                .POST(BodyPublishers.ofByteArray(Apart.of(whole).parcel(posted).bytes()))
                .build();

        Map<String, NamedArray> arrays = arrays(answered, client.fetch(request).body());

        assertThat(arrays.get("dZ1").values())
                .containsExactly(AnswerTensors.numbers(client.inspect(whole).at("/layers/0/backward/dZ"))
                        .toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"npz", "safetensors"})
    void isTheSameEachTimeButForTheRun(String form) throws Exception {
        JsonNode request = ArraysRequestIntegrationTests.example("paper");

        byte[] first = file(form, request);
        byte[] second = file(form, request);

        assertThat(ArrayFiles.read(Apart.format(form), first).arrays())
                .extracting(NamedArray::name)
                .containsExactlyElementsOf(ArrayFiles.read(Apart.format(form), second).arrays().stream()
                        .map(NamedArray::name)
                        .toList());
    }
}
