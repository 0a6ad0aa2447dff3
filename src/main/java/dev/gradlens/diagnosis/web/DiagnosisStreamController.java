package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.AnsweredLines;
import dev.gradlens.wire.PostedLines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Names the mistakes in many submissions to one exercise. */
@Tag(name = DiagnosisController.TAG)
@RestController
class DiagnosisStreamController {
    static final String ADDRESS = "/v1/diagnoses/batch";

    private final DiagnosisStreams streams;

    DiagnosisStreamController(DiagnosisStreams streams) {
        this.streams = streams;
    }

    /**
     * Names the mistakes in many submissions to the same exercise. The body is lines, each a JSON document: the first is the
     * exercise, every further one a submission. The answer has a line for each submission, in their order, and the summary at
     * last. Answers come as soon as they are made, so that a client may send a line and wait for its answer before it sends the
     * next; and a client that sends many has to read while it sends, since no more is read of the body than there is room for.
     *
     * <p>A line that cannot be read or is at fault has a problem in place of a verdict, and ends nothing. Blank lines are passed
     * over. What is wrong with the first line is the answer to the whole request. Each line, not the whole body, has to be
     * within the limits of a body and to arrive within its time. An answer that ends without a summary broke off, and its last
     * line may say why.
     *
     * @return a line for each submission, and a summary
     */
    @Operation(operationId = "diagnoseAll", summary = "Name the mistakes in many submissions")
    @PostMapping(
            path = ADDRESS,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    AnsweredLines<StreamedAnswer> diagnoseAll(@RequestBody PostedLines<ExerciseForm, SubmissionForm> lines) {
        return streams.open(lines);
    }
}
