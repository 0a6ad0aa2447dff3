package dev.gradlens.wire.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes files of arrays, in requests of two parts and as answers. */
final class FilesCustomizer implements GlobalOpenApiCustomizer {
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String PARTS = org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
    private static final Map<String, String> FILES = Map.of(
            "application/x-npz",
            "A zip of arrays in NumPy's format, named Z1, dZ1 and so on, little-endian float64 or float32; the rest of the"
                    + " document is the member response.json.",
            "application/x-safetensors",
            "Tensors named Z1, dZ1 and so on, F64 or F32; the rest of the document is the text response of __metadata__.");

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(FilesCustomizer::describe);
    }

    private static void describe(Operation operation) {
        if (operation.getRequestBody() != null) {
            describeRequest(operation.getRequestBody().getContent());
        }
        operation.getResponses().values().forEach(response -> describe(response.getContent()));
    }

    private static void describeRequest(Content content) {
        MediaType json = content.get(JSON);
        if (json != null && content.get(PARTS) != null) {
            content.put(PARTS, parts(json.getSchema()));
        }
        if (json != null) {
            FILES.keySet().forEach(type -> content.computeIfPresent(type, (_, file) -> alone(file, json)));
        }
    }

    /** A file that is a whole request in the place of JSON; any other is described by what reads it. */
    private static MediaType alone(MediaType file, MediaType json) {
        return Objects.equals(file.getSchema(), json.getSchema())
                ? new MediaType()
                        .schema(bytes("The arrays, and the JSON that they are left out of as the text beside them."))
                : file;
    }

    private static void describe(@Nullable Content content) {
        FILES.forEach((type, description) -> {
            if (content != null && content.get(type) != null) {
                content.put(type, new MediaType().schema(bytes(description)));
            }
        });
    }

    private static MediaType parts(Schema<?> request) {
        Schema<?> parts = Parts.of("object")
                .description("A request in JSON, and a file of the arrays that it leaves out.")
                .addProperty("request", request)
                .addProperty(
                        "arrays",
                        bytes(
                                "An .npz or safetensors, told by its Content-Type, its name or its first bytes; its arrays are"
                                        + " X, Y, labels, upstream, W1, b1, gamma1, beta1, runningMean1, runningVariance1 and so on."
                                        + " Read are float16, float32, float64, integers of 8 to 64 bits with or without a sign, and"
                                        + " booleans, and bfloat16 in safetensors; an integer beyond ±2^53 and pickled objects are refused."));
        parts.setRequired(List.of("request", "arrays"));
        String files = String.join(", ", FILES.keySet().stream().sorted().toList());
        return new MediaType()
                .schema(parts)
                .addEncoding("request", new Encoding().contentType(JSON))
                .addEncoding("arrays", new Encoding().contentType(files + ", application/octet-stream"));
    }

    private static Schema<?> bytes(String description) {
        return Parts.of("string").format("binary").description(description);
    }
}
