package dev.gradlens.training.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.GradLensApplication;
import dev.gradlens.training.Failure;
import dev.gradlens.training.IdempotencyKey;
import dev.gradlens.training.LeaseLostException;
import dev.gradlens.training.MetricsChunk;
import dev.gradlens.training.NewTraining;
import dev.gradlens.training.Progress;
import dev.gradlens.training.ReusedKeyException;
import dev.gradlens.training.Training;
import dev.gradlens.training.TrainingEvent;
import dev.gradlens.training.TrainingHistory;
import dev.gradlens.training.TrainingState;
import dev.gradlens.training.TrainingState.Action;
import dev.gradlens.training.Trainings;
import dev.gradlens.training.WorkQueue;
import dev.gradlens.training.WorkQueue.Checkpointed;
import dev.gradlens.training.WorkQueue.Claim;
import dev.gradlens.training.WorkQueue.Report;
import dev.gradlens.training.WorkQueue.Warning;
import dev.gradlens.wire.ConflictException;
import dev.gradlens.wire.NotFoundException;
import dev.gradlens.wire.TooManyRequestsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What the queue promises, on whatever database; with nobody at work but the test. */
@SpringBootTest(
        classes = GradLensApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"gradlens.trainings.workers=-1", "gradlens.trainings.queue=40"})
@DirtiesContext
abstract class WorkQueueContract {
    private static final int ROOM = 40;

    @Autowired
    private Trainings trainings;

    @Autowired
    private WorkQueue queue;

    @Autowired
    private TrainingHistory history;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void empty() {
        database.sql("delete from training").update();
    }

    @Test
    void givesTrainingsInTheOrderInWhichTheyCame() {
        List<String> created =
                IntStream.range(0, 5).mapToObj(_ -> create().id()).toList();

        List<String> claimed =
                IntStream.range(0, 5).mapToObj(_ -> claim().training().id()).toList();

        assertThat(claimed).isEqualTo(created);
        assertThat(queue.claim("me")).isEmpty();
    }

    @Test
    void givesEachTrainingToOneOfManyWorkers() {
        List<String> created =
                IntStream.range(0, 30).mapToObj(_ -> create().id()).toList();

        List<String> claimed = Collections.synchronizedList(new ArrayList<>());
        inParallel(8, worker -> {
            Optional<Claim> next = queue.claim("worker " + worker);
            while (next.isPresent()) {
                claimed.add(next.get().training().id());
                next = queue.claim("worker " + worker);
            }
            return null;
        });

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void givesWhatWasLostToAnotherAndLetsTheFirstWriteNothingMore() {
        create();
        Claim first = claim();
        runOut(first);

        Claim second = queue.claim("another").orElseThrow();

        assertThat(second.training().id()).isEqualTo(first.training().id());
        assertThat(second.training().attempt()).isEqualTo(2);
        assertThat(second.lease().fence()).isGreaterThan(first.lease().fence());
        List<Runnable> writes = List.of(
                () -> queue.renew(first.lease()),
                () -> queue.report(first.lease(), report(7)),
                () -> queue.checkpoint(first.lease(), report(7), checkpointed(7), () -> {}),
                () -> queue.finish(first.lease(), report(7), null),
                () -> queue.giveBack(first.lease(), report(7)),
                () -> queue.abandon(first.lease()));
        long events = history.events(id(first), 0, 100).size();
        for (Runnable write : writes) {
            assertThatThrownBy(write::run).isInstanceOf(LeaseLostException.class);
        }
        Training after = trainings.find(id(first)).orElseThrow();
        assertThat(after.state()).isEqualTo(TrainingState.RUNNING);
        assertThat(after.progress()).isEqualTo(Progress.NONE);
        assertThat(history.events(id(first), 0, 100)).hasSize((int) events);
        assertThat(history.checkpoints(id(first), -1, 10)).hasSize(1);
    }

    @Test
    void keepsALeaseThatIsRenewedInTime() {
        create();
        Claim claim = claim();
        runOut(claim);

        assertThat(queue.renew(claim.lease())).isEqualTo(TrainingState.RUNNING);

        assertThat(queue.claim("another")).isEmpty();
    }

    @Test
    void givesUpAfterFiveAttempts() {
        String id = create().id();
        for (int attempt = 1; attempt <= 5; attempt++) {
            Claim claim = claim();
            assertThat(claim.training().attempt()).isEqualTo(attempt);
            runOut(claim);
        }

        assertThat(queue.claim("me")).isEmpty();

        Training failed = trainings.find(id).orElseThrow();
        assertThat(failed.state()).isEqualTo(TrainingState.FAILED);
        assertThat(failed.finishedAt()).isNotNull();
        assertThat(failed.failure()).isNotNull();
        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.ATTEMPTS);
    }

    @Test
    void doesNotCountPausesAsAttempts() {
        String id = create().id();
        for (int pause = 0; pause < 7; pause++) {
            Claim claim = claim();
            trainings.act(id, Action.PAUSE, _ -> {});
            assertThat(queue.renew(claim.lease())).isEqualTo(TrainingState.PAUSING);
            queue.giveBack(claim.lease(), report(pause));
            assertThat(state(id)).isEqualTo(TrainingState.PAUSED);
            trainings.act(id, Action.RESUME, _ -> {});
        }

        assertThat(claim().training().attempt()).isEqualTo(1);
    }

    @Test
    void finishesForALostWorkerWhatItsOwnerWanted() {
        String paused = create().id();
        String cancelled = create().id();
        Claim one = claim();
        Claim other = claim();
        trainings.act(paused, Action.PAUSE, _ -> {});
        trainings.act(cancelled, Action.CANCEL, _ -> {});
        runOut(one);
        runOut(other);

        assertThat(queue.claim("me")).isEmpty();

        assertThat(state(paused)).isEqualTo(TrainingState.PAUSED);
        assertThat(state(cancelled)).isEqualTo(TrainingState.CANCELLED);
    }

    @Test
    void goesOnWhereAPauseWasTakenBackBeforeItCame() {
        String id = create().id();
        Claim claim = claim();
        trainings.act(id, Action.PAUSE, _ -> {});
        trainings.act(id, Action.RESUME, _ -> {});

        queue.giveBack(claim.lease(), report(3));

        assertThat(state(id)).isEqualTo(TrainingState.QUEUED);
    }

    @Test
    void handsOnWhatTheLastCheckpointKept() {
        String id = create().id();
        Claim claim = claim();
        queue.checkpoint(claim.lease(), report(10), checkpointed(10), () -> {});
        runOut(claim);

        Claim next = claim();

        assertThat(next.lastCheckpoint()).isEqualTo(10);
        assertThat(next.resumeSha256()).isEqualTo("rest10");
        assertThat(next.training().model()).isEqualTo("model10");
        assertThat(next.training().progress().step()).isEqualTo(10);
        assertThat(next.runMillis()).isEqualTo(5);
        assertThat(history.checkpoints(id, -1, 10)).extracting("step").containsExactly(0L, 10L);
    }

    @Test
    void keepsNothingOfACheckpointOfWhichAPartFails() {
        String id = create().id();
        Claim claim = claim();

        assertThatThrownBy(() -> queue.checkpoint(claim.lease(), report(10), checkpointed(10), () -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");

        assertThat(history.checkpoints(id, -1, 10)).hasSize(1);
        assertThat(trainings.find(id).orElseThrow().progress()).isEqualTo(Progress.NONE);
    }

    @Test
    void numbersEventsWithoutAGapWhoeverWritesThem() {
        String id = create().id();
        Claim claim = claim();

        inParallel(
                6,
                writer -> {
                    for (int i = 0; i < 10; i++) {
                        if (writer % 2 == 0) {
                            queue.report(claim.lease(), report(i + 1));
                        } else {
                            trainings.act(id, i % 2 == 0 ? Action.PAUSE : Action.RESUME, _ -> {});
                        }
                    }
                    return null;
                },
                ConflictException.class);

        List<TrainingEvent> events = history.events(id, 0, 1000);
        assertThat(events)
                .extracting(TrainingEvent::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(history.lastEvents(List.of(id))).containsEntry(id, (long) events.size());
    }

    @Test
    void tellsMetricsAsTheyWereMeasured() {
        String id = create().id();
        Claim claim = claim();
        MetricsChunk chunk = new MetricsChunk(List.of("cost", "layer1.dW.norm"), new long[] {1, 2}, new double[][] {
            {0.1, 0.3}, {MetricsChunk.ABSENT, Double.NaN}
        });

        queue.report(
                claim.lease(),
                new Report(progress(2), List.of(chunk), List.of(new Warning("odd", 2, "It is odd.")), 0));

        MetricsChunk told = history.metrics(id, 2, 9, 0, 10).getFirst().chunk();
        assertThat(told.names()).isEqualTo(chunk.names());
        assertThat(told.steps()).isEqualTo(chunk.steps());
        assertThat(told.values()[0]).isEqualTo(chunk.values()[0]);
        assertThat(MetricsChunk.isAbsent(told.values()[1][0])).isTrue();
        assertThat(MetricsChunk.isAbsent(told.values()[1][1])).isFalse();
        assertThat(history.metrics(id, 3, 9, 0, 10)).isEmpty();
        assertThat(history.events(id, 0, 10))
                .extracting(TrainingEvent::code)
                .containsExactly("QUEUED", null, "RUNNING", null, "odd");
    }

    @Test
    void findsTheTrainingThatCameWithTheSameKey() {
        IdempotencyKey key = new IdempotencyKey("key", "a");
        Training first = trainings.create(asked(), key, () -> {});

        Training second = trainings.create(asked(), key, () -> {
            throw new AssertionError("there is one already");
        });

        assertThat(second.id()).isEqualTo(first.id());
        assertThatThrownBy(() -> trainings.create(asked(), new IdempotencyKey("key", "b"), () -> {}))
                .isInstanceOf(ReusedKeyException.class);
    }

    @Test
    void makesOneTrainingOfManyRequestsThatComeAtOnceWithOneKey() {
        IdempotencyKey key = new IdempotencyKey("at once", "a");
        List<String> ids = Collections.synchronizedList(new ArrayList<>());

        inParallel(8, _ -> ids.add(trainings.create(asked(), key, () -> {}).id()));

        assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
        assertThat(trainings.page(List.of(), null, 10)).hasSize(1);
    }

    @Test
    void refusesMoreThanMayWait() {
        IntStream.range(0, ROOM).forEach(_ -> create());

        assertThatThrownBy(this::create).isInstanceOf(TooManyRequestsException.class);

        claim();
        assertThat(create().state()).isEqualTo(TrainingState.QUEUED);
    }

    @Test
    void listsTheLastFirstAndByState() {
        List<String> ids = IntStream.range(0, 4).mapToObj(_ -> create().id()).toList();
        claim();

        assertThat(trainings.page(List.of(), null, 2)).extracting(Training::id).containsExactly(ids.get(3), ids.get(2));
        long number = trainings.find(ids.get(2)).orElseThrow().number();
        assertThat(trainings.page(List.of(), number, 9))
                .extracting(Training::id)
                .containsExactly(ids.get(1), ids.get(0));
        assertThat(trainings.page(List.of(TrainingState.RUNNING, TrainingState.FAILED), null, 9))
                .extracting(Training::id)
                .containsExactly(ids.getFirst());
    }

    @ParameterizedTest
    @EnumSource(TrainingState.class)
    void letsTheOwnerDoWhatTheStateAllows(TrainingState state) {
        for (Action action : Action.values()) {
            String id = create().id();
            database.sql("update training set state = :state where id = :id")
                    .param("state", state.name())
                    .param("id", id)
                    .update();

            Optional<TrainingState> next = state.after(action);

            if (next.isPresent()) {
                assertThat(trainings.act(id, action, _ -> {}).state()).isEqualTo(next.get());
            } else {
                assertThatThrownBy(() -> trainings.act(id, action, _ -> {})).isInstanceOf(ConflictException.class);
                assertThat(state(id)).isEqualTo(state);
            }
        }
    }

    @Test
    void deletesWhatNobodyHolds() {
        String id = create().id();
        Claim claim = claim();
        assertThatThrownBy(() -> trainings.delete(id, _ -> {})).isInstanceOf(ConflictException.class);
        queue.finish(claim.lease(), report(3), null);

        trainings.delete(id, _ -> {});

        assertThat(trainings.find(id)).isEmpty();
        assertThat(history.events(id, 0, 10)).isEmpty();
        assertThat(history.checkpoints(id, -1, 10)).isEmpty();
        assertThatThrownBy(() -> trainings.delete(id, _ -> {})).isInstanceOf(NotFoundException.class);
    }

    @Test
    void countsWhatWaitsAndWhatIsHeld() {
        IntStream.range(0, 3).forEach(_ -> create());
        Claim lost = claim();
        claim();
        runOut(lost);

        assertThat(queue.counts()).isEqualTo(new WorkQueue.Counts(1, 2, 1));
    }

    private Training create() {
        return trainings.create(asked(), null, () -> {});
    }

    private static NewTraining asked() {
        String id = UUID.randomUUID().toString();
        return new NewTraining(id, null, "{}", "{}", "data", "model0", "sha0", 100, 10);
    }

    private Claim claim() {
        return queue.claim("me").orElseThrow();
    }

    private static String id(Claim claim) {
        return claim.training().id();
    }

    private TrainingState state(String id) {
        return trainings.find(id).orElseThrow().state();
    }

    private void runOut(Claim claim) {
        database.sql("update training set lease_until = current_timestamp - interval '1' second where id = :id")
                .param("id", id(claim))
                .update();
    }

    private static Report report(long step) {
        return new Report(progress(step), List.of(), List.of(), 5);
    }

    private static Progress progress(long step) {
        return new Progress(step, 1, 0.5, null, null, null);
    }

    private static Checkpointed checkpointed(long step) {
        return new Checkpointed(step, "model" + step, "sha" + step, "rest" + step);
    }

    private interface Work {
        Object run(int worker) throws Exception;
    }

    private static void inParallel(int workers, Work work) {
        inParallel(workers, work, AssertionError.class);
    }

    private static void inParallel(int workers, Work work, Class<? extends Throwable> allowed) {
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<Object>> running = IntStream.range(0, workers)
                    .mapToObj(worker -> threads.submit((Callable<Object>) () -> work.run(worker)))
                    .toList();
            for (Future<Object> each : running) {
                try {
                    each.get();
                } catch (java.util.concurrent.ExecutionException failed) {
                    assertThat(failed.getCause()).isInstanceOf(allowed);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
