package dev.gradlens.wire;

/**
 * An amount of work, estimated or allowed.
 *
 * @param operations floating-point operations
 * @param bytes memory while it runs
 * @param answerNumbers numbers in the answer
 */
public record Work(long operations, long bytes, long answerNumbers) {
    /** Whether no part of this is more than its counterpart in {@code limit}. */
    public boolean isWithin(Work limit) {
        return operations <= limit.operations && bytes <= limit.bytes && answerNumbers <= limit.answerNumbers;
    }
}
