package dev.gradlens.training.web;

import dev.gradlens.training.Training;
import dev.gradlens.training.TrainingState;
import dev.gradlens.training.TrainingState.Action;
import dev.gradlens.training.Trainings;
import dev.gradlens.wire.AnyVersion;
import dev.gradlens.wire.CursorRule;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.NotFoundException;
import dev.gradlens.wire.PageLimit;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.WrongParameterException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes trainings in, shows them, and does with them what their owners want. */
@Tag(name = TrainingController.TAG, description = "Jobs that train, right or wrong on purpose, and survive.")
@RestController
@RequestMapping(path = TrainingController.PATH)
class TrainingController {
    static final String TAG = "Trainings";
    static final String PATH = "/v1/trainings";

    private static final PageLimit PAGE = new PageLimit(20, 100);

    private final TrainingDesk desk;
    private final Trainings trainings;
    private final TrainingWriter writer;

    TrainingController(TrainingDesk desk, Trainings trainings, TrainingWriter writer) {
        this.desk = desk;
        this.trainings = trainings;
        this.writer = writer;
    }

    /**
     * Queues a training. Its initialization is kept as the checkpoint of step 0 at once. It survives a restart of the service,
     * and the same request gives the same parameters, bit for bit, with and without an interruption, on the same kind of
     * processor.
     *
     * @param key of your choice: a request that comes again with the same key gives the same training, not another one
     * @return the training, which waits
     */
    @Operation(operationId = "createTraining", summary = "Queue a training")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<TrainingAnswer> create(
            @RequestBody Posted<TrainingForm> posted,
            @RequestHeader(name = TrainingDesk.KEY, required = false) @Nullable String key) {
        Training training = desk.take(posted, key);
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + training.id()))
                .eTag(EntityTags.of(training))
                .body(writer.write(training));
    }

    /**
     * Lists trainings, the last one first.
     *
     * @param state only those in one of these states, given once or several times
     * @param after the {@code next} of the page before
     * @param limit how many at most, up to 100; by default 20
     * @return a page of them
     */
    @Operation(operationId = "listTrainings", summary = "List the trainings")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    TrainingsAnswer list(
            @RequestParam(required = false) @Nullable List<TrainingStateName> state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = PAGE.of(limit);
        List<TrainingState> states = Objects.requireNonNullElse(state, List.<TrainingStateName>of()).stream()
                .map(TrainingStateName::state)
                .toList();
        List<Training> found = trainings.page(states, after == null ? null : cursor(after), most + 1);
        List<TrainingAnswer> items =
                found.stream().limit(most).map(writer::write).toList();
        return new TrainingsAnswer(
                items, found.size() > most ? Long.toString(found.get(most - 1).number()) : null);
    }

    private static long cursor(String after) {
        try {
            return CursorRule.require("after", Long.parseLong(after));
        } catch (NumberFormatException foreign) {
            throw new WrongParameterException("after", "must be the next of a page before, got " + Echo.of(after));
        }
    }

    /**
     * Shows a training. Its tag changes with every change, so that a client that asks with {@code If-None-Match} is told where
     * nothing has.
     *
     * @param id of the training
     * @param ifMatch the tag of the version that is meant; any where it is absent
     * @param ifNoneMatch the tags of versions that are known
     * @return how it stands
     */
    @Operation(operationId = "getTraining", summary = "Show a training")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrainingAnswer> one(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        Training training = trainings.find(id).orElseThrow(() -> missing(id));
        EntityTags.condition(ifMatch).accept(training);
        return AnyVersion.isMeant(ifNoneMatch)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(EntityTags.of(training))
                        .build()
                : answered(ResponseEntity.ok(), training);
    }

    static NotFoundException missing(String id) {
        return new NotFoundException("There is no training " + Echo.of(id) + ".");
    }

    /**
     * Pauses a training: one that runs is told within half a second, ends its step, keeps a checkpoint and stands still.
     *
     * @param id of the training
     * @param ifMatch the tag of the version that is meant; any where it is absent
     * @return how it stands
     */
    @Operation(operationId = "pauseTraining", summary = "Pause a training")
    @PostMapping(path = "/{id}/pause", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<TrainingAnswer> pause(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return acted(id, Action.PAUSE, ifMatch);
    }

    /**
     * Resumes a training that is paused, or will be: it waits for a worker, and goes on from its last checkpoint.
     *
     * @param id of the training
     * @param ifMatch the tag of the version that is meant; any where it is absent
     * @return how it stands
     */
    @Operation(operationId = "resumeTraining", summary = "Resume a training")
    @PostMapping(path = "/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<TrainingAnswer> resume(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return acted(id, Action.RESUME, ifMatch);
    }

    /**
     * Ends a training before its time. Its checkpoints and what was measured stay.
     *
     * @param id of the training
     * @param ifMatch the tag of the version that is meant; any where it is absent
     * @return how it stands
     */
    @Operation(operationId = "cancelTraining", summary = "Cancel a training")
    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<TrainingAnswer> cancel(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return acted(id, Action.CANCEL, ifMatch);
    }

    private ResponseEntity<TrainingAnswer> acted(String id, Action action, @Nullable String ifMatch) {
        return answered(ResponseEntity.accepted(), trainings.act(id, action, EntityTags.condition(ifMatch)));
    }

    private ResponseEntity<TrainingAnswer> answered(ResponseEntity.BodyBuilder answer, Training training) {
        return answer.eTag(EntityTags.of(training)).body(writer.write(training));
    }

    /**
     * Deletes a training with everything that belongs to it: what was measured, its checkpoints and their models. One that may
     * still run has to be cancelled first.
     *
     * @param id of the training
     * @param ifMatch the tag of the version that is meant; any where it is absent
     */
    @Operation(operationId = "deleteTraining", summary = "Delete a training")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        trainings.delete(id, EntityTags.condition(ifMatch));
    }
}
