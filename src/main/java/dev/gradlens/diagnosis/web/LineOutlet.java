package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.PostedLines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers in the order of the lines, and lets the client see them whenever it has to wait for the next. */
final class LineOutlet {
    private static final int BUFFER = 32_768;

    private final BlockingQueue<Arrival> arrivals;
    private final Window window;
    private final JsonMapper json;
    private final OutputStream out;
    private final Tally tally = new Tally();

    LineOutlet(BlockingQueue<Arrival> arrivals, Window window, JsonMapper json, OutputStream out) {
        this.arrivals = arrivals;
        this.window = window;
        this.json = json;
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    /**
     * Writes until nothing more arrives.
     *
     * @throws IOException if the client has left
     */
    void writeAll() throws IOException {
        try {
            while (write(next())) {}
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while answers were made");
        }
        out.flush();
    }

    private Arrival next() throws IOException, InterruptedException {
        Arrival arrival = arrivals.poll();
        if (arrival == null) {
            out.flush();
            arrival = arrivals.take();
        }
        return arrival;
    }

    /** Writes one, and says whether more may follow. */
    private boolean write(Arrival arrival) throws IOException, InterruptedException {
        switch (arrival) {
            case Arrival.Submitted(LineJob job) -> write(job);
            case Arrival.Completed() -> writeLine(json.writeValueAsBytes(StreamedAnswer.of(tally.summary())));
            case Arrival.BrokenOff(Optional<StreamedAnswer> reason) -> {
                if (reason.isPresent()) {
                    writeLine(json.writeValueAsBytes(reason.get()));
                }
            }
        }
        return arrival instanceof Arrival.Submitted;
    }

    private void write(LineJob job) throws IOException, InterruptedException {
        try (PostedLines.Line<SubmissionForm> line = job.line()) {
            if (!job.answer().isDone()) {
                out.flush();
            }
            JudgedLine judged = answer(job);
            writeLine(judged.text());
            tally.add(judged);
            window.leave(line.length());
        }
    }

    private static JudgedLine answer(LineJob job) throws InterruptedException {
        try {
            return job.answer().get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void writeLine(byte[] text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
