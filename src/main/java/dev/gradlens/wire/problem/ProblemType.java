package dev.gradlens.wire.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every type of problem that an answer may have. */
public enum ProblemType {
    UNREADABLE(
            400,
            "The body is not JSON",
            "The body is not JSON as RFC 8259 has it, in UTF-8: it may be cut off, hold a key twice in one object, write"
                    + " NaN without quotes, be nested too deeply, or go on after its end. `errors` says at which line and"
                    + " column reading stopped."),
    BAD_REQUEST(
            400,
            "The request is not well-formed HTTP",
            "The request line, a header, the framing of the body or that of its parts is not as HTTP has it, or the"
                    + " headers are longer than the service reads. Characters such as [ ] { } | in an address have to be"
                    + " percent-encoded."),
    FORBIDDEN(
            403,
            "This page may not call the service",
            "The request comes from a page of another origin that is not among those that may call, or with a method that"
                    + " such pages may not use. The setting gradlens.cors.allowed-origins names those that may."),
    NOT_FOUND(
            404,
            "There is nothing here",
            "Nothing has this address, or what had it was deleted. Ids are case-sensitive."),
    METHOD_NOT_ALLOWED(
            405,
            "The method is not allowed here",
            "The address exists, but not for this method. `Allow` lists those it has."),
    NOT_ACCEPTABLE(
            406,
            "The answer cannot be given in this form",
            "None of the media types in `Accept` is one that this address answers in. Most answer application/json."),
    REQUEST_TIMEOUT(
            408,
            "The body did not arrive in time",
            "A body has to arrive within a set time, so that slow connections do not keep others out. Send it again, on"
                    + " a faster connection or in a shorter form."),
    CONFLICT(
            409,
            "The state does not allow this",
            "The thing is in a state in which this cannot be done to it. Get it, look at its state, and decide again."),
    PRECONDITION_FAILED(
            412,
            "The precondition does not hold",
            "The thing has changed since the version that the request names in `If-Match`. Get it again first."),
    TOO_LARGE(
            413,
            "The body is too large",
            "The body is longer than the service reads. Send fewer examples, fewer digits, or a binary form."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body is in a form that is not read here",
            "`Content-Type` names a media type, a character set or an encoding that this address does not take. Most take"
                    + " application/json in UTF-8, uncompressed."),
    INVALID_REQUEST(
            422,
            "The request is not valid",
            "The request can be read but not be done as it stands. `errors` names every offending place at once: each"
                    + " `pointer` is a JSON Pointer (RFC 6901) into the request, and for something missing to where it"
                    + " should be. In CSV it is a line and the column of a cell instead."),
    WORK_TOO_LARGE(
            422,
            "The request is too much work",
            "Before anything runs, the operations, the memory and the size of the answer are estimated. `estimate` is"
                    + " what this request would need, `limits` what one request may."),
    TRAINING_DIVERGED(
            422,
            "The training diverged",
            "The cost, or a parameter, is not a finite number any more: as a rule the learning rate is too high, or a backward"
                    + " pass that is wrong on purpose leads uphill. The checkpoints before that step can be looked at."),
    TRAINING_DEADLINE(
            422,
            "The training took too long",
            "It ran for as long as `deadlineSeconds` allows, pauses not counted. Its last checkpoint can be looked at, and a"
                    + " new training with a later deadline gives the same numbers."),
    TRAINING_GIVEN_UP(
            422,
            "The training was given up",
            "Its workers were lost time and again, as happens where the service is killed, runs out of memory, or meets"
                    + " something that nobody foresaw. The log of the service says more."),
    TOO_MANY_REQUESTS(
            429,
            "The service is busy",
            "As many requests as fit are being computed and are waiting. `Retry-After` says in how many seconds to try"
                    + " again."),
    INTERNAL_ERROR(
            500,
            "The service failed",
            "Something went wrong in the service, and no request should be able to do that: please report it with the"
                    + " time at which it happened."),
    UNAVAILABLE(
            503,
            "The service is not available",
            "The service is starting or stopping, or something it needs is not there. `Retry-After` says in how many"
                    + " seconds to try again.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The last part of the type's address: {@code invalid-request}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type's address in this service. */
    public String uri() {
        return "/problems/" + slug();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** For a reader who wants to know what to do about it. */
    public String explanation() {
        return explanation;
    }

    static Optional<ProblemType> ofSlug(String slug) {
        return Stream.of(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type for a status that a server below Spring chose: a client's fault is never made one of the service. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> INVALID_REQUEST;
            case 429 -> TOO_MANY_REQUESTS;
            case 500 -> INTERNAL_ERROR;
            case 503 -> UNAVAILABLE;
            default -> BAD_REQUEST;
        };
    }
}
