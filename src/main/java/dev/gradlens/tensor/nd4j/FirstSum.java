package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.BackendMissingException;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes 1 + 2 where ND4J computes. On a card that its libraries hold no code for, ND4J starts as on any other and
 * fails at the first array.
 */
final class FirstSum {
    private static final double EXPECTED = 3;

    private FirstSum() {}

    /**
     * @param device what computes, for the message
     * @throws BackendMissingException if the sum fails or is not 3
     */
    static void check(String device, DoubleSupplier onePlusTwo) {
        double sum = compute(device, onePlusTwo);
        if (sum != EXPECTED) {
            throw missing(device, "1 + 2 gave " + sum, null);
        }
    }

    private static double compute(String device, DoubleSupplier onePlusTwo) {
        try {
            return onePlusTwo.getAsDouble();
        } catch (RuntimeException e) {
            throw missing(device, e.getMessage(), e);
        }
    }

    private static BackendMissingException missing(String device, @Nullable String reason, @Nullable Throwable cause) {
        return new BackendMissingException(
                "ND4J started, and cannot compute on this machine's %s: %s.".formatted(device, reason),
                "For NVIDIA cards, ND4J's libraries hold code for compute capability 5.0 to 8.9 (Maxwell to Ada) alone: take"
                        + " such a card; or build without the Maven profile cuda; or set gradlens.kernels to reference.",
                cause);
    }
}
