package dev.gradlens.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A training as it stands.
 *
 * @param number in the order of creation
 * @param name given by its owner
 * @param startedAt when a worker first took it
 * @param finishedAt when its state became final
 * @param steps in all, unless it ends early
 * @param attempt how many workers have begun it anew: from the start, or because one was lost
 * @param model of the last checkpoint
 * @param failure where it failed
 * @param request JSON, as it was sent; absent in a list where it is long
 * @param effective JSON, with nothing left to a default
 * @param version grows with every change
 */
public record Training(
        String id,
        long number,
        @Nullable String name,
        TrainingState state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Progress progress,
        long steps,
        int epochs,
        int attempt,
        @Nullable String model,
        @Nullable Failure failure,
        @Nullable String request,
        String effective,
        long version) {}
