package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.admission.MemoryBudget;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Streams that are longer than what fits into a window, a buffer or a body. */
@ExtendWith(OutputCaptureExtension.class)
class LongStreamIntegrationTests extends DiagnosisServiceTest {
    private static final int MANY = 20_000;
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Of the lines in a window, and what is made of them; all lines together would be 40 MB. */
    private static final long LITTLE = 2_000_000;

    @Autowired
    private MemoryBudget memory;

    @Autowired
    private ComputePool pool;

    private final ObjectNode exercise = Homework.smallExercise();

    private ObjectNode handedIn(int student) {
        ObjectNode wrong = exercise.deepCopy();
        wrong.putObject("gradients").set("dX", Homework.matrix(8, 5, student));
        return wrong;
    }

    /** Sends lines for as long as the service takes them. */
    private Callable<Integer> sending(StreamClient stream, int lines) {
        String[] different = new String[100];
        for (int i = 0; i < different.length; i++) {
            different[i] = handedIn(i).get("gradients").toString();
        }
        return () -> {
            for (int i = 0; i < lines; i++) {
                stream.send("{\"id\":" + i + ",\"gradients\":" + different[i % different.length] + "}");
            }
            stream.end();
            return lines;
        };
    }

    @Test
    void answersTwentyThousandLinesInOrderInLittleMemory() throws Exception {
        try (StreamClient stream = new StreamClient(port);
                ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
            stream.send(exercise.toString());
            stream.head();
            long before = memory.held();
            Future<Integer> sent = sender.submit(sending(stream, MANY));
            Thread.sleep(500); // the client reads late, and the service has to wait for it
            for (int i = 0; i < MANY; i++) {
                assertThat(stream.read().get("id").intValue()).isEqualTo(i);
                assertThat(memory.held() - before).isLessThan(LITTLE);
            }

            assertThat(sent.get()).isEqualTo(MANY);
            assertThat(stream.read().at("/summary/submissions").intValue()).isEqualTo(MANY);
            assertThat(stream.read()).isNull();
        }
        awaitIdle();
    }

    @Test
    void letsOtherRequestsThrough() throws Exception {
        try (StreamClient stream = new StreamClient(port);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            stream.send(exercise.toString());
            Future<Integer> sent = threads.submit(sending(stream, 3000));
            Future<Integer> answers = threads.submit(() -> count(stream));
            for (int i = 0; i < 10; i++) {
                HttpResponse<String> other = client.post(handedIn(i));
                assertThat(other.statusCode()).isEqualTo(200);
            }
            assertThat(answers.get()).isEqualTo(sent.get() + 1);
        }
    }

    private static int count(StreamClient stream) throws IOException {
        int count = 0;
        for (JsonNode answer = stream.read(); answer != null; answer = stream.read()) {
            count++;
        }
        return count;
    }

    @Test
    void endsSoonWhereTheClientLeaves(CapturedOutput output) throws Exception {
        try (StreamClient stream = new StreamClient(port);
                ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
            stream.send(exercise.toString());
            Future<Integer> sent = sender.submit(sending(stream, MANY));
            assertThat(stream.read().get("id").intValue()).isZero();

            stream.hangUp();

            assertThat(sent).failsWithin(SOON);
        }
        awaitIdle();
        assertThat(output.getAll()).doesNotContain(" ERROR ", " WARN ");
    }

    @Test
    void endsSoonWhereTheClientLeavesWithinALine(CapturedOutput output) throws Exception {
        try (StreamClient stream = new StreamClient(port)) {
            stream.send(exercise.toString());
            stream.send(Homework.submission(IntNode.valueOf(1), handedIn(1)));
            stream.chunk("{\"id\": 2, ");
            assertThat(stream.read().get("id").intValue()).isEqualTo(1);
        }
        awaitIdle();
        assertThat(output.getAll()).doesNotContain(" ERROR ", " WARN ");
    }

    private void awaitIdle() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(memory.held()).isZero();
            assertThat(pool.running()).isZero();
        });
    }
}
