package dev.gradlens.wire.http;

import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.admission.MemoryBudget;
import org.jspecify.annotations.Nullable;

/**
 * A line of a body.
 *
 * @param number from 1
 * @param text without its end; empty where it is refused
 * @param refusal why it is
 * @param share the memory that it holds
 */
record BodyLine(int number, byte[] text, @Nullable RefusedException refusal, MemoryBudget.Share share) {

    /** Whether there is nothing but white space as JSON has it. */
    boolean isBlank() {
        for (byte character : text) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return refusal == null;
    }
}
