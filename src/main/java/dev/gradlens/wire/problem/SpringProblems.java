package dev.gradlens.wire.problem;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.bind.WireNames;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says in our words what Spring MVC, or Tomcat below it, refuses by itself. */
final class SpringProblems {
    private SpringProblems() {}

    static Problem of(ErrorResponse refusal) {
        return switch (refusal) {
            case NoResourceFoundException absent -> Problem.of(ProblemType.NOT_FOUND, "Nothing has this address.");
            case HttpRequestMethodNotSupportedException method -> methodNotAllowed(method);
            case HttpMediaTypeNotAcceptableException media -> notAcceptable(media);
            case HttpMediaTypeNotSupportedException media -> unsupported(media);
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingRequestHeaderException missing -> missing(missing.getHeaderName());
            default -> byStatus(refusal);
        };
    }

    static Problem missingParts() {
        return Problem.of(ProblemType.BAD_REQUEST, "The body is empty; its parts, request and arrays, are missing.");
    }

    static Problem missingDocument() {
        String detail = "The body is empty; a JSON document is expected.";
        return Problem.of(ProblemType.UNREADABLE, detail, List.of(ProblemError.at(1, 1, detail)));
    }

    static Problem missingFile() {
        return Problem.of(
                ProblemType.INVALID_REQUEST,
                "The request has a fault.",
                List.of(ProblemError.at(1, 1, "The body is empty; a file is expected")));
    }

    static Problem of(TypeMismatchException mismatch) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(mismatch.getPropertyName(), "parameter");
        // of a list, the one that is wrong in it
        return mismatch.getCause() instanceof ConversionFailedException one
                ? mismatch(name, one.getValue(), one.getTargetType().getType())
                : mismatch(name, mismatch.getValue(), mismatch.getRequiredType());
    }

    private static Problem mismatch(String name, @Nullable Object got, @Nullable Class<?> required) {
        return invalid(name, Echo.of(inWords(got)) + " is not " + kind(required));
    }

    /** What comes several times is told as it could have come at once. */
    private static String inWords(@Nullable Object value) {
        return value instanceof Object[] several
                ? Stream.of(several).map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    static Problem of(InvalidParameterException broken) {
        return Problem.of(
                ProblemType.BAD_REQUEST,
                "The query of the address cannot be decoded: a % in it has to be followed by two hexadecimal digits, and"
                        + " what they stand for has to be UTF-8.");
    }

    private static String kind(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "one of "
                    + Stream.of(type.getEnumConstants())
                            .map(constant -> WireNames.of((Enum<?>) constant))
                            .collect(Collectors.joining(", "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        boolean number = type != null && (Number.class.isAssignableFrom(type) || type.isPrimitive());
        return number ? "a number that is allowed here" : "allowed here";
    }

    private static Problem missing(String name) {
        return invalid(name, "is missing");
    }

    private static Problem invalid(String parameter, String detail) {
        return Problem.of(
                ProblemType.INVALID_REQUEST,
                "The request has a fault.",
                List.of(ProblemError.ofParameter(parameter, detail)));
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException refused) {
        return Problem.of(
                ProblemType.METHOD_NOT_ALLOWED,
                "%s is not allowed here; the address has %s."
                        .formatted(Echo.of(refused.getMethod()), AllowedMethods.inWords(refused)));
    }

    private static Problem notAcceptable(HttpMediaTypeNotAcceptableException refused) {
        return Problem.of(
                ProblemType.NOT_ACCEPTABLE,
                refused.getSupportedMediaTypes().isEmpty()
                        ? "The header Accept cannot be read or met."
                        : "The answer can be given as " + inWords(refused.getSupportedMediaTypes()) + ".");
    }

    private static Problem unsupported(HttpMediaTypeNotSupportedException refused) {
        MediaType got = refused.getContentType();
        String named = got == null ? "none that can be read" : Echo.of(got.toString());
        String taken = inWords(refused.getSupportedMediaTypes());
        return Problem.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "The body has to be " + (taken.isEmpty() ? "application/json" : taken) + " in UTF-8; Content-Type is "
                        + named + ".");
    }

    private static String inWords(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
    }

    private static Problem byStatus(ErrorResponse refusal) {
        ProblemType type = ProblemType.ofStatus(refusal.getStatusCode().value());
        return Problem.of(type, type.title() + ".");
    }
}
