package dev.gradlens.wire;

/**
 * A request that is refused, with one sentence for the client. It is the client's doing or the load's, so it has no
 * stack trace and is not logged.
 */
public abstract sealed class RefusedException extends RuntimeException
        permits UnreadableException,
                BrokenPartsException,
                InvalidRequestException,
                InvalidTextException,
                WrongParameterException,
                WorkTooLargeException,
                TooLargeException,
                BodyTimeoutException,
                NotFoundException,
                ConflictException,
                PreconditionFailedException,
                UnsupportedMediaException,
                TooManyRequestsException,
                UnavailableException {
    private final String sentence;

    RefusedException(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    /** What is said to the client. */
    public String sentence() {
        return sentence;
    }
}
