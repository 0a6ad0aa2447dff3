package dev.gradlens.wire.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.wire.TooManyRequestsException;
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

@Timeout(20)
class ComputePoolTests {
    private static final Work SMALL = new Work(1, 10, 1);

    private final WireLimits limits = new WireLimits(
            DataSize.ofMegabytes(1),
            64,
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(1),
            1000,
            Duration.ofSeconds(10),
            DataSize.ofBytes(60),
            100,
            DataSize.ofBytes(100),
            1);
    private final MemoryBudget memory = new MemoryBudget(limits);
    private final ComputePool pool = new ComputePool(limits, memory, 1);
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        pool.close();
        clients.close();
    }

    @Test
    void computesOnThreadsOfItsOwn() {
        assertThat(pool.compute(SMALL, () -> Thread.currentThread().getName())).startsWith("compute-");
    }

    @Test
    void throwsWhatTheComputationThrows() {
        assertThatThrownBy(() -> pool.compute(SMALL, () -> {
                    throw new IllegalArgumentException("shape");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape");
        assertThatThrownBy(() -> pool.compute(SMALL, () -> {
                    throw new AssertionError("kernel");
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesWorkOverTheLimitBeforeItRuns() {
        Work tooMany = new Work(1001, 61, 1);

        assertThatThrownBy(() -> pool.compute(tooMany, () -> "never"))
                .isInstanceOfSatisfying(WorkTooLargeException.class, refusal -> {
                    assertThat(refusal.estimate()).isEqualTo(tooMany);
                    assertThat(refusal.limits()).isEqualTo(new Work(1000, 60, 100));
                });
    }

    @Test
    void refusesWhenTheQueueIsFull() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<String> first = clients.submit(() -> pool.compute(SMALL, () -> hold(running, end)));
        running.await();
        Future<String> second = clients.submit(() -> pool.compute(SMALL, () -> "queued"));
        awaitShares(20);

        assertThatThrownBy(() -> pool.compute(SMALL, () -> "third"))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
        end.countDown();

        assertThat(first.get()).isEqualTo("held");
        assertThat(second.get()).isEqualTo("queued");
    }

    @Test
    void refusesWhenTheMemoryOfAllIsTaken() {
        try (MemoryBudget.Share others = memory.open()) {
            others.grow(95);

            assertThatThrownBy(() -> pool.compute(SMALL, () -> "none left"))
                    .isInstanceOf(TooManyRequestsException.class);
        }
        assertThat(pool.compute(SMALL, () -> "given back")).isEqualTo("given back");
    }

    @Test
    void givesMemoryBackWhateverHappens() {
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> pool.compute(SMALL, () -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(pool.compute(new Work(1, 60, 1), () -> "whole")).isEqualTo("whole");
    }

    @Test
    void takesNothingMoreOnceItIsClosed() {
        pool.close();

        assertThatThrownBy(() -> pool.compute(SMALL, () -> "late")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void letsWhatRunsEndWhenItIsClosed() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<String> first = clients.submit(() -> pool.compute(SMALL, () -> hold(running, end)));
        running.await();
        Future<?> closing = clients.submit(pool::close);
        end.countDown();
        closing.get();

        assertThat(first.get()).isEqualTo("held");
    }

    private static String hold(CountDownLatch running, CountDownLatch end) {
        running.countDown();
        try {
            end.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return "held";
    }

    /** Waits until requests hold that many bytes: what is queued cannot be seen otherwise. */
    private void awaitShares(long bytes) throws InterruptedException {
        while (isFree(100 - bytes + 1)) {
            Thread.sleep(5);
        }
        Thread.sleep(50);
    }

    private boolean isFree(long bytes) {
        try (MemoryBudget.Share probe = memory.open()) {
            probe.grow(bytes);
            return true;
        } catch (TooManyRequestsException taken) {
            return false;
        }
    }
}
