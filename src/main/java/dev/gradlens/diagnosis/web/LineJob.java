package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.PostedLines;
import java.util.concurrent.CompletableFuture;

/**
 * A line, and the answer to it that somebody will make.
 *
 * @param line of a submission
 * @param answer completed normally, whatever comes of it
 */
record LineJob(PostedLines.Line<SubmissionForm> line, CompletableFuture<JudgedLine> answer) {
    LineJob(PostedLines.Line<SubmissionForm> line) {
        this(line, new CompletableFuture<>());
    }
}
