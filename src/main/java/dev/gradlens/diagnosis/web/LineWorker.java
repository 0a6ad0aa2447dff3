package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.TooManyRequestsException;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.WorkTooLargeException;
import dev.gradlens.wire.admission.ComputePool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Has lines judged, some at a time, until it is interrupted. It takes a core of the pool for a moment only and then queues up
 * again behind other requests, which so get through while a stream of any length runs.
 */
final class LineWorker implements Runnable {
    /** For how long it takes a core, about: what others wait for, and far more than handing lines over costs. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    /** A quarter of the window, so that there is something left for the others. */
    private static final int MOST = 16;

    /** How long it waits where a single request would be refused. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final BlockingQueue<LineJob> jobs;
    private final ComputePool pool;
    private final Work work;
    private final LineJudge judge;
    private final Supplier<AnswerKey> keys;
    private Keyring keyring;
    private int some = 1;

    /**
     * A worker.
     *
     * @param work of one line, but for the memory of the key, which is held already
     * @param keys makes another key
     */
    LineWorker(BlockingQueue<LineJob> jobs, ComputePool pool, Work work, LineJudge judge, Supplier<AnswerKey> keys) {
        this.jobs = jobs;
        this.pool = pool;
        this.work = work;
        this.judge = judge;
        this.keys = keys;
        this.keyring = new Keyring(keys);
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                judgeSome();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void judgeSome() throws InterruptedException {
        List<LineJob> taken = new ArrayList<>();
        taken.add(jobs.take());
        jobs.drainTo(taken, some - 1);
        judge(taken);
    }

    /** Takes more or fewer the next time, so that they keep a core for about a moment. */
    private void adapt(Duration took) {
        if (took.compareTo(MOMENT) > 0) {
            some = Math.max(1, some / 2);
        } else if (took.multipliedBy(2).compareTo(MOMENT) < 0) {
            some = Math.min(MOST, some * 2);
        }
    }

    private void judge(List<LineJob> taken) throws InterruptedException {
        try {
            Keyring current = keyring;
            Judged judged = compute(() -> judge(taken, current));
            for (int i = 0; i < taken.size(); i++) {
                taken.get(i).answer().complete(judged.lines().get(i));
            }
            adapt(judged.took());
        } catch (WorkTooLargeException late) {
            keyring = new Keyring(keys); // the thread that was given up may still use the other one
            judgeApart(taken, late);
        } catch (RefusedException refusal) {
            taken.forEach(job -> job.answer().complete(judge.refused(job.line(), refusal)));
        } catch (RuntimeException | Error unforeseen) {
            keyring = new Keyring(keys);
            taken.forEach(job -> job.answer().complete(judge.failed(job.line(), unforeseen)));
        }
    }

    /** As soon as there is a place for it. */
    private Judged compute(Supplier<Judged> lines) throws InterruptedException {
        while (true) {
            try {
                return pool.compute(work, lines);
            } catch (TooManyRequestsException busy) {
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Of lines that together took too long, each has all the time for itself. */
    private void judgeApart(List<LineJob> taken, WorkTooLargeException late) throws InterruptedException {
        if (taken.size() == 1) {
            LineJob only = taken.getFirst();
            only.answer().complete(judge.refused(only.line(), late));
            return;
        }
        for (LineJob job : taken) {
            judge(List.of(job));
        }
    }

    /**
     * Lines that were judged.
     *
     * @param took the time that a core was taken
     */
    private record Judged(List<JudgedLine> lines, Duration took) {}

    private Judged judge(List<LineJob> taken, Keyring current) {
        long start = System.nanoTime();
        List<JudgedLine> lines = taken.stream().map(job -> judge(job, current)).toList();
        return new Judged(lines, Duration.ofNanos(System.nanoTime() - start));
    }

    private JudgedLine judge(LineJob job, Keyring current) {
        try {
            return judge.judge(job.line(), current.key());
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException unforeseen) {
            current.drop();
            return judge.failed(job.line(), unforeseen);
        }
    }
}
