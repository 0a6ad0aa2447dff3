package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Submission;
import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.PostedLines;
import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.problem.Problem;
import dev.gradlens.wire.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Makes the answers to single lines, all the way from text to text. Safe for use by many threads. */
final class LineJudge {
    private static final Logger LOG = LoggerFactory.getLogger(LineJudge.class);

    private final SubmissionReader reader;
    private final FindingWriter findings;
    private final JsonMapper json;

    LineJudge(SubmissionReader reader, FindingWriter findings, JsonMapper json) {
        this.reader = reader;
        this.findings = findings;
        this.json = json;
    }

    /** What is said of a submission; a problem where it cannot be judged as it stands. */
    JudgedLine judge(PostedLines.Line<SubmissionForm> line, AnswerKey key) {
        try {
            Posted<SubmissionForm> posted = line.read();
            Submission submission = reader.read(posted.value(), posted.faults());
            posted.faults().throwIfAny();
            Judgement judgement = Judgement.of(key.diagnose(submission), findings);
            StreamedAnswer answer = StreamedAnswer.of(posted.value().id(), judgement);
            return JudgedLine.of(json.writeValueAsBytes(answer), judgement);
        } catch (RefusedException refusal) {
            return refused(line, refusal);
        }
    }

    /** A problem that is the client's doing, or the load's. */
    JudgedLine refused(PostedLines.Line<SubmissionForm> line, RefusedException refusal) {
        return problem(line, Problem.of(refusal));
    }

    /** A problem that is ours. */
    JudgedLine failed(PostedLines.Line<SubmissionForm> line, Throwable unforeseen) {
        LOG.error("a submission failed", unforeseen);
        return problem(line, Problem.of(ProblemType.INTERNAL_ERROR, "The service failed; this has been recorded."));
    }

    private JudgedLine problem(PostedLines.Line<SubmissionForm> line, Problem problem) {
        SubmissionId id = id(line);
        StreamedAnswer answer =
                StreamedAnswer.of(id, id == null ? line.number() : null, problem.at(DiagnosisStreamController.ADDRESS));
        return JudgedLine.ofProblem(json.writeValueAsBytes(answer));
    }

    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    private static @Nullable SubmissionId id(PostedLines.Line<SubmissionForm> line) {
        try {
            return line.read().value().id();
        } catch (RefusedException unreadable) {
            return null;
        }
    }
}
