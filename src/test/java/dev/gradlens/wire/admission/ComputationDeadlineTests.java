package dev.gradlens.wire.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.tensor.Interruption;
import dev.gradlens.wire.UnavailableException;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.WorkTooLargeException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

/** Computations that end before they are done. */
@Timeout(20)
class ComputationDeadlineTests {
    private static final Work SMALL = new Work(1, 10, 1);
    private static final Work LIMIT = new Work(1000, 60, 100);
    private static final Duration DEADLINE = Duration.ofMillis(500);

    private final WireLimits limits = new WireLimits(
            DataSize.ofMegabytes(1),
            64,
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(1),
            LIMIT.operations(),
            DEADLINE,
            DataSize.ofBytes(LIMIT.bytes()),
            LIMIT.answerNumbers(),
            DataSize.ofBytes(100),
            4);
    private final MemoryBudget memory = new MemoryBudget(limits);
    private final ComputePool pool = new ComputePool(limits, memory, 1);
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        pool.close();
        clients.close();
    }

    @Test
    void endsWhatTakesTooLong() {
        assertThatThrownBy(() -> pool.compute(SMALL, ComputationDeadlineTests::computeWithoutEnd))
                .isInstanceOfSatisfying(WorkTooLargeException.class, refusal -> {
                    assertThat(refusal.sentence()).contains("longer than 500 milliseconds");
                    assertThat(refusal.estimate()).isEqualTo(SMALL);
                    assertThat(refusal.limits()).isEqualTo(LIMIT);
                });
        assertThat(pool.compute(SMALL, () -> "the thread is free")).isEqualTo("the thread is free");
    }

    @Test
    void givesMemoryBackOnlyOnceTheComputationHasEnded() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        assertThatThrownBy(() -> pool.compute(SMALL, () -> computeUntil(end)))
                .isInstanceOf(WorkTooLargeException.class);

        assertThat(memory.held()).isEqualTo(SMALL.bytes());
        end.countDown();
        pool.compute(SMALL, () -> "next");

        assertThat(memory.held()).isZero();
    }

    @Test
    void doesNotCountTheTimeInWhichAComputationWaits() throws Exception {
        Future<String> first = clients.submit(() -> pool.compute(SMALL, ComputationDeadlineTests::computeForAWhile));
        Future<String> second = clients.submit(() -> pool.compute(SMALL, ComputationDeadlineTests::computeForAWhile));
        Future<String> third = clients.submit(() -> pool.compute(SMALL, ComputationDeadlineTests::computeForAWhile));

        assertThat(first.get()).isEqualTo("done");
        assertThat(second.get()).isEqualTo("done");
        assertThat(third.get()).isEqualTo("done");
    }

    @Test
    void endsWhatTheStoppingServiceCannotWaitFor() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        ComputePool patient = new ComputePool(withoutDeadline(), memory, 1);
        Future<?> computed = clients.submit(() -> failureOf(() -> patient.compute(SMALL, () -> {
            running.countDown();
            return computeWithoutEnd();
        })));
        running.await();
        Future<?> waiting = clients.submit(() -> failureOf(() -> patient.compute(SMALL, () -> "never")));
        while (patient.waiting() == 0) {
            Thread.sleep(5);
        }
        Thread closing = Thread.ofVirtual().start(patient::close);
        closing.interrupt(); // no patience

        assertThat(computed.get()).isInstanceOf(UnavailableException.class);
        assertThat(waiting.get()).isInstanceOf(UnavailableException.class);
        closing.join();
        assertThat(memory.held()).isZero();
    }

    private WireLimits withoutDeadline() {
        return new WireLimits(
                limits.maxBody(),
                limits.nesting(),
                limits.bodyDeadline(),
                limits.unreadBody(),
                limits.operations(),
                Duration.ofMinutes(1),
                limits.memory(),
                limits.answerNumbers(),
                limits.memoryInFlight(),
                limits.queue());
    }

    private static Throwable failureOf(Runnable computation) {
        try {
            computation.run();
            throw new AssertionError("it did not fail");
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    private static String computeWithoutEnd() {
        while (true) {
            Interruption.check();
            Thread.onSpinWait();
        }
    }

    /** Does not look whether it is interrupted. */
    private static String computeUntil(CountDownLatch end) {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
        return "ended";
    }

    private static String computeForAWhile() {
        long until = System.nanoTime() + DEADLINE.toNanos() * 2 / 3;
        while (System.nanoTime() < until) {
            Interruption.check();
        }
        return "done";
    }
}
