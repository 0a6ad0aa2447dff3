package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.wire.Posted;
import dev.gradlens.wire.PostedLines;
import dev.gradlens.wire.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(10)
class LineOutletTests {
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Window window = new Window();
    private final List<Integer> closed = new ArrayList<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /** A line that was never sent, and notes that it is closed. */
    private final class AnyLine implements PostedLines.Line<SubmissionForm> {
        private final int number;

        AnyLine(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public int length() {
            return 10;
        }

        @Override
        public Posted<SubmissionForm> read() {
            throw new UnavailableException("never sent", Duration.ZERO);
        }

        @Override
        public void close() {
            closed.add(number);
        }
    }

    private LineJob arrive(int number) {
        LineJob job = new LineJob(new AnyLine(number));
        window.enter(job.line().length());
        arrivals.add(new Arrival.Submitted(job));
        return job;
    }

    private static JudgedLine judged(String text, DiagnosisVerdict verdict, String... mistakes) {
        return new JudgedLine(text.getBytes(StandardCharsets.UTF_8), Optional.of(verdict), List.of(mistakes));
    }

    private LineOutlet outlet(OutputStream out) {
        return new LineOutlet(arrivals, window, new JsonMapper(), out);
    }

    @Test
    void writesInTheOrderOfTheLinesWhicheverIsAnsweredFirst() throws Exception {
        LineJob slow = arrive(2);
        LineJob quick = arrive(3);
        arrivals.add(new Arrival.Completed());
        quick.answer().complete(judged("quick", DiagnosisVerdict.WRONG, "Z03", "G01"));
        Thread.ofVirtual().start(() -> {
            pause();
            slow.answer().complete(judged("slow", DiagnosisVerdict.WRONG, "Z03"));
        });

        outlet(written).writeAll();

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "slow",
                        "quick",
                        "{\"summary\":{\"submissions\":2,\"correct\":0,\"wrong\":2,\"undecided\":0,\"problems\":0,"
                                + "\"mistakes\":{\"G01\":1,\"Z03\":2}}}");
        assertThat(closed).containsExactly(2, 3);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void writesNoSummaryOfWhatBrokeOff() throws Exception {
        arrive(2).answer().complete(judged("one", DiagnosisVerdict.CORRECT));
        arrivals.add(new Arrival.BrokenOff(Optional.empty()));

        outlet(written).writeAll();

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("one\n");
    }

    @Test
    void givesTheMemoryOfALineBackThatCannotBeWritten() {
        arrive(2).answer().complete(judged("x".repeat(100_000), DiagnosisVerdict.CORRECT));
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> outlet(broken).writeAll()).hasMessage("gone");
        assertThat(closed).containsExactly(2);
    }

    @Test
    void letsTheReaderGoOnOnceThereIsRoom() throws Exception {
        for (int i = 0; i < 64; i++) {
            arrive(i).answer().complete(judged("a", DiagnosisVerdict.CORRECT));
        }
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                window.awaitRoom();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(reader.join(Duration.ofMillis(100))).isFalse();
        arrivals.add(new Arrival.Completed());

        outlet(written).writeAll();

        assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void endsReadingWhenTheServiceStops() {
        new LineIntake(new NoLines(), window, arrivals, new LinkedBlockingQueue<>(), () -> true).run();

        assertThat(arrivals).hasSize(1);
        assertThat(arrivals.peek())
                .isInstanceOfSatisfying(
                        Arrival.BrokenOff.class,
                        end -> assertThat(end.reason().orElseThrow().problem())
                                .satisfies(
                                        problem -> assertThat(problem.status()).isEqualTo(503)));
    }

    /** Fails whoever reads it. */
    private static final class NoLines implements PostedLines<ExerciseForm, SubmissionForm> {
        @Override
        public Posted<ExerciseForm> first() {
            throw new AssertionError("read");
        }

        @Override
        public Line<SubmissionForm> next() {
            throw new AssertionError("read");
        }

        @Override
        public void reserve(long bytes) {
            throw new AssertionError("reserved");
        }
    }
}
