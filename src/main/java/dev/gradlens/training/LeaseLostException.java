package dev.gradlens.training;

/** The training is another worker's by now. */
public final class LeaseLostException extends RuntimeException {
    public LeaseLostException(String training) {
        super("the lease of training " + training + " is another's");
    }
}
