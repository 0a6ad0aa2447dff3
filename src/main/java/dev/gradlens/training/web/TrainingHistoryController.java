package dev.gradlens.training.web;

import dev.gradlens.dataset.Datasets;
import dev.gradlens.network.training.ExampleOrder;
import dev.gradlens.training.Training;
import dev.gradlens.training.TrainingHistory;
import dev.gradlens.training.TrainingHistory.Numbered;
import dev.gradlens.training.Trainings;
import dev.gradlens.wire.CursorRule;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.PageLimit;
import dev.gradlens.wire.WrongParameterException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Shows what happened in trainings. */
@Tag(name = TrainingController.TAG)
@RestController
@RequestMapping(path = TrainingController.PATH + "/{id}")
class TrainingHistoryController {
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final PageLimit CHECKPOINTS = new PageLimit(100, 1000);
    private static final PageLimit EVENTS = new PageLimit(100, 1000);

    /** Numbers in one answer: more than a screen shows, and some 5 MB of JSON. */
    private static final long MOST_NUMBERS = 300_000;

    /** The step behind which the checkpoint of the initialization is. */
    private static final long BEFORE_ALL = -1;

    private static final int CHUNKS = 10; // that are fetched at once

    private final Trainings trainings;
    private final TrainingHistory history;
    private final TrainingText texts;
    private final Datasets datasets;
    private final EventWatch watch;
    private final JsonMapper json;

    TrainingHistoryController(
            Trainings trainings,
            TrainingHistory history,
            TrainingText texts,
            Datasets datasets,
            EventWatch watch,
            JsonMapper json) {
        this.trainings = trainings;
        this.history = history;
        this.texts = texts;
        this.datasets = datasets;
        this.watch = watch;
        this.json = json;
    }

    /**
     * Shows what was measured: in one document, or as lines of JSON, one for each step. Always {@code cost}, {@code learningRate}
     * and, where the loss knows right and wrong, {@code accuracy}; at the end of an epoch {@code validationCost} and {@code
     * validationAccuracy}. Of each layer, counted from 1, where it has it: {@code layer1.W.norm}, {@code layer1.dW.norm}, {@code
     * layer1.update.norm} and {@code layer1.update.ratio} (‖ΔW‖ and ‖ΔW‖/‖W‖), {@code layer1.db.norm}, {@code layer1.b.norm},
     * {@code layer1.b.drift} (the furthest that an entry of b has come from step 0), {@code layer1.gamma.min}, {@code
     * layer1.gamma.max}, {@code layer1.dead} (share of relu units that are 0 for the whole batch), {@code layer1.saturated} (share
     * of entries of tanh and sigmoid at their ends), {@code layer1.statistics.meanGap} and {@code
     * layer1.statistics.varianceRatio} (the batch's beside the running ones). Of all together {@code gradient.norm} before it is
     * clipped, and {@code gradient.factor} by which it was clipped, 1 where it was not; under another backward {@code
     * gradient.cosine} to the exact gradient and {@code gradient.slope} of J against the one that is used. Of steps whose gradients
     * are checked {@code gradientCheck.failed}, how many are wrong, and {@code gradientCheck.relativeError}, the largest
     * ‖a − n‖/(‖a‖ + ‖n‖) of those on which the oracle can decide.
     *
     * @param id of the training
     * @param from the first step that is wanted, at least 0; by default the first there is
     * @param to the last step that is wanted; by default the last there is
     * @param every only steps that this divides; by default 1, which are all
     * @param names of the series that are wanted, given several times or with commas between; by default all. One that this
     *     training does not have is left out
     * @return the series
     */
    @Operation(operationId = "getTrainingMetrics", summary = "Show what was measured in a training")
    @GetMapping(
            path = "/metrics",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    ShownMetrics metrics(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") long from,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long to,
            @RequestParam(defaultValue = "1") int every,
            @RequestParam(required = false) @Nullable List<String> names) {
        if (every < 1) {
            throw new WrongParameterException("every", "must be at least 1, got " + every);
        }
        CursorRule.require("from", from);
        if (from > to) {
            throw new WrongParameterException("to", "is before from: %d before %d".formatted(to, from));
        }
        training(id);
        MetricsTable table = new MetricsTable(every, separate(names));
        long known = 0;
        List<Numbered> page = List.of();
        do {
            page = history.metrics(id, from, to, known, CHUNKS);
            for (Numbered numbered : page) {
                table.add(numbered.chunk(), from, to);
                known = numbered.number();
            }
            requireFew(table);
        } while (page.size() == CHUNKS);
        table.unknown().ifPresent(name -> {
            throw new WrongParameterException("names", "has no series " + Echo.of(name) + " among them");
        });
        return new ShownMetrics(table.answer(), json);
    }

    /** Spring takes names with commas between apart only where the parameter comes once. */
    private static List<String> separate(@Nullable List<String> names) {
        return Objects.requireNonNullElse(names, List.<String>of()).stream()
                .flatMap(some -> Stream.of(some.split(",", -1)))
                .filter(name -> !name.isBlank())
                .map(String::strip)
                .toList();
    }

    private static void requireFew(MetricsTable table) {
        if (table.size() > MOST_NUMBERS) {
            throw new WrongParameterException(
                    "every",
                    "would give more than %d numbers; ask for fewer steps by from, to and every, or for fewer series by names"
                            .formatted(MOST_NUMBERS));
        }
    }

    /**
     * Shows what happened, in the order in which it happened: as a page, or as a stream of Server-Sent Events that goes on until
     * the training ends. A stream that broke is taken up with the header {@code Last-Event-ID}, or with {@code after}, and then
     * neither misses an event nor brings one twice. Whoever asks for a stream of which nothing is left is answered 204, which
     * tells a browser not to come back.
     *
     * @param id of the training
     * @param after the id of the last event that is known, or 0, which is the default; the header wins over it
     * @param limit how many on a page, up to 1000; by default 100. A page that has many metrics ends earlier
     * @param lastEventId the same, as browsers send it
     * @param accept text/event-stream for a stream
     * @return events
     */
    @Operation(operationId = "getTrainingEvents", summary = "Watch a training")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "204", description = "Nothing is left of the stream, nor will be", content = @Content)
    @GetMapping(
            path = "/events",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    ResponseEntity<ShownEvents> events(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        int most = EVENTS.of(limit);
        training(id);
        long known = lastEventId == null ? CursorRule.require("after", after) : number(lastEventId);
        boolean stream = accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
        if (stream
                && known > 0
                && history.isOver(id)
                && history.events(id, known, 1).isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok(new ShownEvents(new ShownEvents.Sources(history, watch, json), id, known, most));
    }

    private static long number(String id) {
        try {
            return CursorRule.require(LAST_EVENT_ID, Long.parseLong(id.strip()));
        } catch (NumberFormatException foreign) {
            throw new WrongParameterException(LAST_EVENT_ID, "must be the id of an event, got " + Echo.of(id));
        }
    }

    /**
     * Lists the checkpoints, from the initialization at step 0 on. Each has a model, which can be inspected.
     *
     * @param id of the training
     * @param after the {@code next} of the page before; by default -1, behind which step 0 is
     * @param limit how many at most, up to 1000; by default 100
     * @return a page of them
     */
    @Operation(operationId = "listCheckpoints", summary = "List the checkpoints of a training")
    @GetMapping(path = "/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
    CheckpointsAnswer checkpoints(
            @PathVariable String id,
            @RequestParam(defaultValue = "" + BEFORE_ALL) long after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = CHECKPOINTS.of(limit);
        CursorRule.require("after", after, BEFORE_ALL);
        training(id);
        return CheckpointsAnswer.of(history.checkpoints(id, after, most + 1), most);
    }

    /**
     * Shows in which order an epoch takes the examples, be it one that is still to come.
     *
     * @param id of the training
     * @param epoch from 1, which is the default
     * @return the rows of each batch, and those that are kept apart
     */
    @Operation(operationId = "getExampleOrder", summary = "Show the order of the examples in an epoch")
    @GetMapping(path = "/order", produces = MediaType.APPLICATION_JSON_VALUE)
    OrderAnswer order(@PathVariable String id, @RequestParam(defaultValue = "1") int epoch) {
        Training training = training(id);
        if (epoch < 1 || epoch > training.epochs()) {
            throw new WrongParameterException(
                    "epoch", "must be from 1 to %d, got %d".formatted(training.epochs(), epoch));
        }
        int rows = datasets.examples(trainings.dataSha256(id)).x().rows();
        ExampleOrder order =
                new RecipeOf(texts.read(training.effective())).order().of(rows);
        return OrderAnswer.of(order, epoch);
    }

    private Training training(String id) {
        return trainings.find(id).orElseThrow(() -> TrainingController.missing(id));
    }
}
