package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of trainings.
 *
 * @param items the last one asked for first
 * @param next what to ask for with {@code after} to go on; absent on the last page
 */
@Schema(name = "TrainingPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingsAnswer(List<TrainingAnswer> items, @Nullable String next) {}
