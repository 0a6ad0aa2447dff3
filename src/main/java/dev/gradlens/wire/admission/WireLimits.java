package dev.gradlens.wire.admission;

import dev.gradlens.wire.Work;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What one request may be, and all of them together.
 *
 * @param maxBody the longest body. 32 MB of JSON are 1.7 million numbers at 19 characters: far beyond what a person
 *     inspects, and still read in a fraction of a second. Of a body that is read by lines, the longest line
 * @param nesting how deep arrays and objects may lie in one another. The deepest request of the contract has 9 levels;
 *     each is a frame or two of the stack
 * @param bodyDeadline how long a body may take to arrive: 32 MB in 30 s are 9 Mbit/s, and a body that drips holds its
 *     place no longer. Of a body that is read by lines, each line
 * @param unreadBody how much of a refused body is still read and thrown away, for no longer than {@code bodyDeadline}.
 *     Most clients send all before they read, and see why they were refused only if all is taken; 256 MB are eight times
 *     what is allowed, and a second or two of a fast network. A longer body ends in a reset, as it has to end somewhere
 * @param operations floating-point operations of one request: 1e11 are about a minute of the plain loops on one core
 * @param computationDeadline for how long one request may be computed, the wait for a thread apart. Two minutes are twice
 *     what {@code operations} take, so that it ends only what the estimate or a crowded machine got wrong, and what
 *     nobody waits for any more: a client that leaves is not noticed before its answer is written
 * @param memory of one request while it is computed
 * @param answerNumbers numbers in one answer: 4 million are about 80 MB of JSON, more than a browser takes
 * @param memoryInFlight of all requests together; half of the heap where it is not given, which leaves the other half
 *     to answers being written and to the collector
 * @param queue computations that wait while every core has one. At a second each, the last of 64 on two cores waits for
 *     half a minute, about as long as clients do
 */
@Validated
@ConfigurationProperties("gradlens.limits")
public record WireLimits(
        @DefaultValue("32MB") DataSize maxBody,
        @DefaultValue("64") @Min(16) @Max(500) int nesting,
        @DefaultValue("30s") Duration bodyDeadline,
        @DefaultValue("256MB") DataSize unreadBody,
        @DefaultValue("100000000000") @Min(1) long operations,
        @DefaultValue("2m") Duration computationDeadline,
        @DefaultValue("1GB") DataSize memory,
        @DefaultValue("4000000") @Min(1) long answerNumbers,
        @Nullable DataSize memoryInFlight,
        @DefaultValue("64") @Min(1) int queue) {

    /** Bytes that all requests may hold together. */
    long bytesInFlight() {
        return memoryInFlight != null
                ? memoryInFlight.toBytes()
                : Runtime.getRuntime().maxMemory() / 2;
    }

    /** What one request may cost; never more memory than there is for all, which would be refused as passing load. */
    public Work work() {
        return new Work(operations, Math.min(memory.toBytes(), bytesInFlight()), answerNumbers);
    }
}
