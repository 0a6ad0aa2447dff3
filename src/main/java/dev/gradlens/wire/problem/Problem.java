package dev.gradlens.wire.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.wire.InvalidRequestException;
import dev.gradlens.wire.InvalidTextException;
import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.WorkTooLargeException;
import dev.gradlens.wire.WrongParameterException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details as RFC 9457 has them.
 *
 * @param type the address of an explanation, {@code /problems/…}
 * @param title the type in words
 * @param status of HTTP
 * @param detail this occurrence in words
 * @param instance the address that was asked
 * @param errors every offending place, where the request is what is wrong; at most the first hundred, and {@code detail}
 *     then tells how many there are
 * @param estimate the work that the request would have been, where that is too much
 * @param limits the work that a request may be, where it is too much
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<ProblemError> errors,
        @Nullable Work estimate,
        @Nullable Work limits) {

    /** An address is repeated up to here; the client knows the rest. */
    private static final int ADDRESS_LENGTH = 200;

    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, null);
    }

    static Problem of(ProblemType type, String detail, @Nullable List<ProblemError> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, errors, null, null);
    }

    /** The problem that a refusal is. */
    public static Problem of(RefusedException refusal) {
        ProblemType type = ProblemTypes.of(refusal);
        String detail = refusal.sentence();
        return switch (refusal) {
            case InvalidRequestException invalid -> of(type, detail, errors(invalid));
            case InvalidTextException invalid -> of(type, detail, errors(invalid));
            case WrongParameterException wrong -> of(type, detail, errors(wrong));
            case UnreadableException unreadable -> of(type, detail, errors(unreadable));
            case WorkTooLargeException work -> of(type, detail).with(work.estimate(), work.limits());
            default -> of(type, detail);
        };
    }

    /** The same problem, met at an address. */
    public Problem at(String address) {
        String shown = address.substring(0, Math.min(address.length(), ADDRESS_LENGTH));
        return new Problem(type, title, status, detail, shown, errors, estimate, limits);
    }

    private Problem with(Work estimated, Work allowed) {
        return new Problem(type, title, status, detail, instance, errors, estimated, allowed);
    }

    private static List<ProblemError> errors(InvalidRequestException invalid) {
        return invalid.faults().list().stream().map(ProblemError::of).toList();
    }

    private static List<ProblemError> errors(InvalidTextException invalid) {
        return invalid.faults().stream().map(ProblemError::of).toList();
    }

    private static List<ProblemError> errors(WrongParameterException wrong) {
        return wrong.wrong().stream()
                .map(one -> ProblemError.ofParameter(one.parameter(), one.detail()))
                .toList();
    }

    private static List<ProblemError> errors(UnreadableException unreadable) {
        return List.of(ProblemError.at(unreadable.line(), unreadable.column(), unreadable.sentence()));
    }
}
