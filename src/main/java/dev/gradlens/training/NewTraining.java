package dev.gradlens.training;

import org.jspecify.annotations.Nullable;

/**
 * A training that is asked for.
 *
 * @param id its own
 * @param request JSON, as it was sent
 * @param effective JSON, with nothing left to a default
 * @param dataSha256 the file of its examples
 * @param model with which it begins
 * @param modelSha256 its file
 * @param steps in all
 */
public record NewTraining(
        String id,
        @Nullable String name,
        String request,
        String effective,
        String dataSha256,
        String model,
        String modelSha256,
        long steps,
        int epochs) {}
