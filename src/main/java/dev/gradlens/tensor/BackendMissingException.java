package dev.gradlens.tensor;

import org.jspecify.annotations.Nullable;

/** The chosen kernels cannot work on this class path; the action says what to add. */
public class BackendMissingException extends RuntimeException {
    private final String action;

    public BackendMissingException(String message, String action, @Nullable Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /** What to do about it, as a sentence. */
    public String action() {
        return action;
    }
}
