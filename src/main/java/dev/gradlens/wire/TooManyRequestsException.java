package dev.gradlens.wire;

import java.time.Duration;

/** A request that finds the queue or the memory of the service full. */
public final class TooManyRequestsException extends RefusedException {
    private final Duration retryAfter;

    public TooManyRequestsException(String sentence, Duration retryAfter) {
        super(sentence);
        this.retryAfter = retryAfter;
    }

    /** When it is worth another try. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
