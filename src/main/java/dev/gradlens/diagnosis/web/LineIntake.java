package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.PostedLines;
import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.UnavailableException;
import dev.gradlens.wire.problem.Problem;
import dev.gradlens.wire.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads lines while there is room for them. */
final class LineIntake implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LineIntake.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final PostedLines<?, SubmissionForm> lines;
    private final Window window;
    private final Queue<Arrival> arrivals;
    private final Queue<LineJob> jobs;
    private final BooleanSupplier stopping;
    private int number = 1;

    /**
     * An intake.
     *
     * @param arrivals takes everything in order
     * @param jobs takes the lines, for whoever judges them
     * @param stopping whether the service is
     */
    LineIntake(
            PostedLines<?, SubmissionForm> lines,
            Window window,
            Queue<Arrival> arrivals,
            Queue<LineJob> jobs,
            BooleanSupplier stopping) {
        this.lines = lines;
        this.window = window;
        this.arrivals = arrivals;
        this.jobs = jobs;
        this.stopping = stopping;
    }

    @Override
    public void run() {
        arrivals.add(end());
    }

    /** How reading ends, at last. */
    private Arrival end() {
        try {
            readAll();
            return new Arrival.Completed();
        } catch (RefusedException refusal) {
            return brokenOff(Problem.of(refusal));
        } catch (IOException gone) {
            LOG.debug("a client left within its lines", gone);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error unforeseen) {
            LOG.error("reading lines failed", unforeseen);
            return brokenOff(Problem.of(ProblemType.INTERNAL_ERROR, "The service failed; this has been recorded."));
        }
        return new Arrival.BrokenOff(Optional.empty());
    }

    private void readAll() throws IOException, InterruptedException {
        for (PostedLines.Line<SubmissionForm> line = next(); line != null; line = next()) {
            number = line.number();
            window.enter(line.length());
            LineJob job = new LineJob(line);
            arrivals.add(new Arrival.Submitted(job));
            jobs.add(job);
        }
    }

    private PostedLines.@Nullable Line<SubmissionForm> next() throws IOException, InterruptedException {
        window.awaitRoom();
        if (stopping.getAsBoolean()) {
            throw new UnavailableException("The service is stopping.", SOON);
        }
        return lines.next();
    }

    private Arrival brokenOff(Problem problem) {
        return new Arrival.BrokenOff(
                Optional.of(StreamedAnswer.of(null, number + 1, problem.at(DiagnosisStreamController.ADDRESS))));
    }
}
