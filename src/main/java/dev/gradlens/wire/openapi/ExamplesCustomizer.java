package dev.gradlens.wire.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import tools.jackson.databind.json.JsonMapper;

/** Offers the examples that features have with the operations that take them. */
final class ExamplesCustomizer implements GlobalOpenApiCustomizer {
    private static final JsonMapper JSON = new JsonMapper();
    private final List<RequestExamples> offered;

    ExamplesCustomizer(List<RequestExamples> offered) {
        this.offered = offered;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(this::offer);
    }

    private void offer(Operation operation) {
        offered.stream()
                .filter(examples -> examples.operation().equals(operation.getOperationId()))
                .flatMap(examples -> examples.examples().stream())
                .forEach(example ->
                        operation.getRequestBody().getContent().values().forEach(body -> add(example, body)));
    }

    private static void add(RequestExample example, MediaType body) {
        Example shown = new Example()
                .summary(example.summary())
                .description(example.description())
                .value(read(example));
        body.addExamples(example.name(), shown);
    }

    private static Object read(RequestExample example) {
        try (InputStream body = example.body().getInputStream()) {
            return JSON.readValue(body, Object.class);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
