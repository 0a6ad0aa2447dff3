package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.wire.problem.Problem;
import dev.gradlens.wire.tensors.Real;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A training as it stands.
 *
 * @param id a UUID
 * @param name for people
 * @param state where it is in its life
 * @param createdAt when it was asked for, in UTC, as are the times below
 * @param startedAt when a worker first took it
 * @param finishedAt when its state became final
 * @param step steps taken
 * @param steps in all, unless it ends early
 * @param epoch in which the last step was, from 1; 0 before the first
 * @param epochs in all
 * @param cost J of the last step's batch, before it moved the parameters
 * @param accuracy share of that batch that was told right; absent where nothing is told
 * @param validationCost J of the validation part after the last epoch that ended
 * @param validationAccuracy likewise
 * @param attempt how many workers have begun it: the first, and one for each that was lost
 * @param model of the last checkpoint
 * @param failure why it failed
 * @param request as it was sent, tensors as arrays; absent in a list where it is long
 * @param effective the same with nothing left to a default, without the numbers of parameters and of a batch
 * @param links where to go from here
 */
@Schema(name = "Training")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingAnswer(
        String id,
        @Nullable String name,
        TrainingStateName state,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String finishedAt,
        long step,
        long steps,
        int epoch,
        int epochs,
        @Nullable Real cost,
        @Nullable Real accuracy,
        @Nullable Real validationCost,
        @Nullable Real validationAccuracy,
        int attempt,
        @Nullable String model,
        @Nullable Problem failure,
        @Nullable TrainingForm request,
        TrainingForm effective,
        Map<String, String> links) {}
