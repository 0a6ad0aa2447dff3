package dev.gradlens.wire;

import java.time.Duration;

/** A request that comes while the service starts, stops or lacks something it needs. */
public final class UnavailableException extends RefusedException {
    private final Duration retryAfter;

    public UnavailableException(String sentence, Duration retryAfter) {
        super(sentence);
        this.retryAfter = retryAfter;
    }

    /** When it is worth another try. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
