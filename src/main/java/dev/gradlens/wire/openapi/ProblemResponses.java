package dev.gradlens.wire.openapi;

import static dev.gradlens.wire.problem.ProblemType.BAD_REQUEST;
import static dev.gradlens.wire.problem.ProblemType.CONFLICT;
import static dev.gradlens.wire.problem.ProblemType.INTERNAL_ERROR;
import static dev.gradlens.wire.problem.ProblemType.INVALID_REQUEST;
import static dev.gradlens.wire.problem.ProblemType.NOT_ACCEPTABLE;
import static dev.gradlens.wire.problem.ProblemType.NOT_FOUND;
import static dev.gradlens.wire.problem.ProblemType.PRECONDITION_FAILED;
import static dev.gradlens.wire.problem.ProblemType.REQUEST_TIMEOUT;
import static dev.gradlens.wire.problem.ProblemType.TOO_LARGE;
import static dev.gradlens.wire.problem.ProblemType.TOO_MANY_REQUESTS;
import static dev.gradlens.wire.problem.ProblemType.UNAVAILABLE;
import static dev.gradlens.wire.problem.ProblemType.UNREADABLE;
import static dev.gradlens.wire.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static dev.gradlens.wire.problem.ProblemType.WORK_TOO_LARGE;

import dev.gradlens.wire.problem.Problem;
import dev.gradlens.wire.problem.ProblemType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Declares every problem that an operation can answer, told from whether it has parameters and takes a body. */
final class ProblemResponses implements GlobalOpenApiCustomizer {
    /** A query may hold what is not a parameter anywhere. */
    private static final Set<ProblemType> ANY =
            EnumSet.of(BAD_REQUEST, NOT_ACCEPTABLE, INVALID_REQUEST, INTERNAL_ERROR);

    private static final Set<ProblemType> WITH_BODY = EnumSet.of(
            UNREADABLE,
            REQUEST_TIMEOUT,
            TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            WORK_TOO_LARGE,
            TOO_MANY_REQUESTS,
            UNAVAILABLE);
    private static final Set<ProblemType> WITH_QUERY = EnumSet.of(WORK_TOO_LARGE, TOO_MANY_REQUESTS, UNAVAILABLE);
    private static final Set<ProblemType> LATER = EnumSet.of(TOO_MANY_REQUESTS, UNAVAILABLE);

    private static final String KNOWN = Integer.toString(HttpStatus.NOT_MODIFIED.value());

    @Override
    public void customise(OpenAPI document) {
        define(document.getComponents());
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperationsMap().entrySet().stream())
                .forEach(operation -> declare(operation.getKey(), operation.getValue()));
    }

    private static void define(Components components) {
        ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(Problem.class).resolveAsRef(true))
                .referencedSchemas
                .forEach(components::addSchemas);
        Stream.of(ProblemType.values())
                .map(ProblemType::status)
                .distinct()
                .forEach(status -> components.addResponses(name(status), response(status)));
    }

    private static void declare(HttpMethod method, Operation operation) {
        Set<ProblemType> types = EnumSet.copyOf(ANY);
        if (operation.getRequestBody() != null) {
            types.addAll(WITH_BODY);
        }
        if (hasPart("query", operation)) {
            types.addAll(WITH_QUERY);
        }
        if (hasPart("path", operation)) {
            types.add(NOT_FOUND);
        }
        if (hasParameter(HttpHeaders.IF_MATCH, operation)) {
            types.add(PRECONDITION_FAILED);
        }
        if (mayConflict(method, operation)) {
            types.add(CONFLICT);
        }
        if (hasParameter(HttpHeaders.IF_NONE_MATCH, operation)) {
            operation.getResponses().addApiResponse(KNOWN, new ApiResponse().description("The client has it already"));
        }
        types.stream()
                .map(ProblemType::status)
                .distinct()
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(Integer.toString(status), new ApiResponse().$ref(name(status))));
    }

    /** A deletion, and whatever else is done to a version of a thing, which its state may not allow. */
    private static boolean mayConflict(HttpMethod method, Operation operation) {
        return method == HttpMethod.DELETE
                || (method == HttpMethod.POST && hasParameter(HttpHeaders.IF_MATCH, operation));
    }

    /** Whether the address has such a part; in its path it names a thing, which may not be there. */
    private static boolean hasPart(String part, Operation operation) {
        return parameters(operation).anyMatch(parameter -> part.equals(parameter.getIn()));
    }

    private static boolean hasParameter(String name, Operation operation) {
        return parameters(operation).anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream();
    }

    private static ApiResponse response(int status) {
        MediaType problem = new MediaType().schema(Parts.reference("Problem"));
        ApiResponse response = new ApiResponse()
                .description(text(status))
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem));
        if (LATER.stream().anyMatch(type -> type.status() == status)) {
            response.addHeaderObject(HttpHeaders.RETRY_AFTER, retryAfter());
        }
        return response;
    }

    private static Header retryAfter() {
        return new Header()
                .description("In how many seconds to try again.")
                .schema(Parts.of(Parts.INTEGER).minimum(BigDecimal.ZERO));
    }

    /** The problems of a status; one that none of the operations answers yet is described all the same. */
    private static String text(int status) {
        return Stream.of(ProblemType.values())
                .filter(type -> type.status() == status)
                .map(type -> "[%s](%s): %s. %s".formatted(type.slug(), type.uri(), type.title(), type.explanation()))
                .collect(Collectors.joining("\n\n"));
    }

    private static String name(int status) {
        HttpStatus known = Objects.requireNonNull(HttpStatus.resolve(status));
        return known.getReasonPhrase().replace(" ", "");
    }
}
