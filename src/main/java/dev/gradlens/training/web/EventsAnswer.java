package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events.
 *
 * @param items in the order in which they happened
 * @param next what to ask for with {@code after} to go on; absent where there is nothing yet
 */
@Schema(name = "TrainingEventPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventsAnswer(List<EventAnswer> items, @Nullable Long next) {}
