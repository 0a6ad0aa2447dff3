package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.AnsweredLines;
import dev.gradlens.wire.PostedLines;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads lines, has them judged and writes the answers, all at once: the thread of the request writes, one of its own reads, and
 * each worker waits for the pool in another. All of them are virtual, have ended before {@link #write} does, and end soon where
 * the client has left.
 */
final class DiagnosisStream implements AnsweredLines<StreamedAnswer> {
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final BlockingQueue<LineJob> jobs = new LinkedBlockingQueue<>();
    private final Window window = new Window();
    private final LineIntake intake;
    private final List<LineWorker> workers;
    private final JsonMapper json;

    /**
     * A stream.
     *
     * @param workers makes those who take lines from a queue
     * @param stopping whether the service is
     */
    DiagnosisStream(
            PostedLines<?, SubmissionForm> lines,
            Function<BlockingQueue<LineJob>, List<LineWorker>> workers,
            JsonMapper json,
            BooleanSupplier stopping) {
        this.intake = new LineIntake(lines, window, arrivals, jobs, stopping);
        this.workers = workers.apply(jobs);
        this.json = json;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(intake);
            workers.forEach(threads::execute);
            try {
                new LineOutlet(arrivals, window, json, out).writeAll();
            } finally {
                threads.shutdownNow();
            }
        } finally {
            closeUnanswered();
        }
    }

    private void closeUnanswered() {
        for (Arrival arrival : arrivals) {
            if (arrival instanceof Arrival.Submitted(LineJob job)) {
                job.line().close();
            }
        }
    }
}
