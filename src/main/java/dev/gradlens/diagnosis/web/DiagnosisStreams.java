package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.diagnosis.judge.Diagnoser;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.PostedLines;
import dev.gradlens.wire.TooManyRequestsException;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.setup.SetupReader;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import tools.jackson.databind.json.JsonMapper;

/** Opens streams of submissions, and ends them when the service stops. */
final class DiagnosisStreams implements ApplicationListener<ContextClosedEvent> {
    private final SetupReader setups;
    private final Diagnoser diagnoser;
    private final MistakePages pages;
    private final ComputePool pool;
    private final JsonMapper json;
    private volatile boolean stopping;

    DiagnosisStreams(SetupReader setups, Diagnoser diagnoser, MistakePages pages, ComputePool pool, JsonMapper json) {
        this.setups = setups;
        this.diagnoser = diagnoser;
        this.pages = pages;
        this.pool = pool;
        this.json = json;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        stopping = true;
    }

    /**
     * A stream whose exercise is understood and has a place.
     *
     * @throws dev.gradlens.wire.RefusedException if anything is wrong with the exercise, or there is no place for it
     */
    DiagnosisStream open(PostedLines<ExerciseForm, SubmissionForm> lines) {
        Posted<ExerciseForm> first = lines.first();
        SubmissionReader reader = new SubmissionReader(setups.known(first.value(), first.faults()));
        ExerciseReader.Read read = new ExerciseReader(setups).read(first.value(), first.faults());
        Keys keys = pool.compute(read.work(), () -> Keys.of(diagnoser, read.exercise()));
        LineJudge judge = new LineJudge(reader, new FindingWriter(pages, read.effective()), json);
        int workers = reserve(lines, read.work());
        return new DiagnosisStream(
                lines, jobs -> workers(workers, jobs, read.work(), judge, keys), json, () -> stopping);
    }

    /** Takes the memory of a key for each core, as far as there is any, and says for how many; for one at least. */
    private int reserve(PostedLines<?, ?> lines, Work work) {
        lines.reserve(work.bytes());
        int workers = 1;
        try {
            for (; workers < pool.threads(); workers++) {
                lines.reserve(work.bytes());
            }
        } catch (TooManyRequestsException noMore) {
            return workers;
        }
        return workers;
    }

    private List<LineWorker> workers(
            int count, BlockingQueue<LineJob> jobs, Work work, LineJudge judge, Supplier<AnswerKey> keys) {
        Work ofALine = new Work(work.operations(), 0, work.answerNumbers());
        return Stream.generate(() -> new LineWorker(jobs, pool, ofALine, judge, keys))
                .limit(count)
                .toList();
    }

    /**
     * Makes keys to an exercise; the first was made already, so that there is one.
     *
     * @param first null once it was given out
     */
    private record Keys(Diagnoser diagnoser, Exercise exercise, AtomicReference<@Nullable AnswerKey> first)
            implements Supplier<AnswerKey> {
        static Keys of(Diagnoser diagnoser, Exercise exercise) {
            return new Keys(diagnoser, exercise, new AtomicReference<>(diagnoser.key(exercise)));
        }

        @Override
        public AnswerKey get() {
            AnswerKey made = first.getAndSet(null);
            return made == null ? diagnoser.key(exercise) : made;
        }
    }
}
