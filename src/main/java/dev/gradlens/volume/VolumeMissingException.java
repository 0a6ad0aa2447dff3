package dev.gradlens.volume;

/** The database belongs to another data directory than this instance sees. */
final class VolumeMissingException extends RuntimeException {
    private final String action;

    VolumeMissingException(String sentence, String action) {
        super(sentence);
        this.action = action;
    }

    /** What to do about it, in a sentence. */
    String action() {
        return action;
    }
}
