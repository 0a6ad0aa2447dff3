package dev.gradlens.wire.problem;

import dev.gradlens.wire.BodyTimeoutException;
import dev.gradlens.wire.BrokenPartsException;
import dev.gradlens.wire.ConflictException;
import dev.gradlens.wire.InvalidRequestException;
import dev.gradlens.wire.InvalidTextException;
import dev.gradlens.wire.NotFoundException;
import dev.gradlens.wire.PreconditionFailedException;
import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.TooLargeException;
import dev.gradlens.wire.TooManyRequestsException;
import dev.gradlens.wire.UnavailableException;
import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.UnsupportedMediaException;
import dev.gradlens.wire.WorkTooLargeException;
import dev.gradlens.wire.WrongParameterException;

/** Which problem each refusal is. */
final class ProblemTypes {
    private ProblemTypes() {}

    static ProblemType of(RefusedException refusal) {
        return switch (refusal) {
            case BrokenPartsException parts -> ProblemType.BAD_REQUEST;
            case UnreadableException unreadable -> ProblemType.UNREADABLE;
            case InvalidRequestException invalid -> ProblemType.INVALID_REQUEST;
            case InvalidTextException invalid -> ProblemType.INVALID_REQUEST;
            case WrongParameterException invalid -> ProblemType.INVALID_REQUEST;
            case WorkTooLargeException work -> ProblemType.WORK_TOO_LARGE;
            case TooLargeException body -> ProblemType.TOO_LARGE;
            case BodyTimeoutException body -> ProblemType.REQUEST_TIMEOUT;
            case NotFoundException absent -> ProblemType.NOT_FOUND;
            case ConflictException state -> ProblemType.CONFLICT;
            case PreconditionFailedException version -> ProblemType.PRECONDITION_FAILED;
            case UnsupportedMediaException media -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case TooManyRequestsException load -> ProblemType.TOO_MANY_REQUESTS;
            case UnavailableException lack -> ProblemType.UNAVAILABLE;
        };
    }
}
