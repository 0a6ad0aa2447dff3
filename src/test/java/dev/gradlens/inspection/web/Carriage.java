package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.arrays.Datatype;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How tensors travel, with a request and with its answer. */
enum Carriage {
    NESTED,
    FLAT,
    BASE64,
    NPZ,
    SAFETENSORS;

    /** All others travel as the nested ones do. */
    static final Set<Carriage> BUT_NESTED = EnumSet.complementOf(EnumSet.of(NESTED));

    boolean isFile() {
        return this == NPZ || this == SAFETENSORS;
    }

    String form() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The request with its nested tensors as they stand in JSON when they travel so; those of files are moved out late. */
    ObjectNode loaded(ObjectNode request) {
        String datatype = isSingle(request) ? "FP32" : "FP64";
        return switch (this) {
            case NESTED, NPZ, SAFETENSORS -> request.deepCopy();
            case FLAT -> Forms.changed(request.deepCopy(), tensor -> Forms.flat(tensor, datatype));
            case BASE64 -> Forms.changed(request.deepCopy(), tensor -> Forms.base64(tensor, datatype));
        };
    }

    /** The answer, whose tensors travel as those of the loaded request do. */
    Shown fetch(InspectionClient client, ObjectNode loaded) throws Exception {
        ObjectNode request = loaded.deepCopy();
        if (!isFile()) {
            request.putObject("tensors").put("format", form());
        }
        byte[] body = send(client, request, isFile() ? "?format=" + form() : "");
        return isFile()
                ? Shown.of(
                        ArraysAnswerIntegrationTests.document(form(), body),
                        ArraysAnswerIntegrationTests.arrays(form(), body))
                : Shown.of(InspectionClient.JSON.readTree(body));
    }

    /** The text of the answer in nested tensors up to its run, which comes last and is never the same. */
    String text(InspectionClient client, ObjectNode loaded) throws Exception {
        String text = new String(send(client, loaded, ""), StandardCharsets.UTF_8);
        assertThat(text).contains(",\"run\":{");
        return text.substring(0, text.lastIndexOf(",\"run\":{"));
    }

    private byte[] send(InspectionClient client, ObjectNode request, String query) throws Exception {
        HttpRequest letter = client.to("/v1/inspections" + query)
                .header("Content-Type", isFile() ? Parcel.TYPE : "application/json")
                .POST(body(request))
                .build();
        HttpResponse<byte[]> answer = client.fetch(letter);
        String text = answer.statusCode() == 200 ? "" : new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as("%s %s: %s", this, request, text).isEqualTo(200);
        return answer.body();
    }

    private BodyPublisher body(ObjectNode request) {
        Datatype datatype = isSingle(request) ? Datatype.F32 : Datatype.F64;
        return BodyPublishers.ofByteArray(
                isFile()
                        ? Apart.of(request, datatype).parcel(form()).bytes()
                        : InspectionClient.JSON.writeValueAsBytes(request));
    }

    private static boolean isSingle(JsonNode request) {
        return request.path("precision").asString("float64").equals("float32");
    }
}
