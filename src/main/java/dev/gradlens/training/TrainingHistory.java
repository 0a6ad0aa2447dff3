package dev.gradlens.training;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What happened in trainings. */
public interface TrainingHistory {

    /** Checkpoints behind a step, in order. */
    List<Checkpoint> checkpoints(String training, long afterStep, int limit);

    /** Events behind a number, in order. */
    List<TrainingEvent> events(String training, long after, int limit);

    /**
     * Metrics of which some step lies in a range, ends included, in order.
     *
     * @param afterEvent the number of the last one that is known
     */
    List<Numbered> metrics(String training, long from, long to, long afterEvent, int limit);

    /** Whether nothing will happen in it any more, be it that it is gone. */
    boolean isOver(String training);

    /** The number of the last event of each training that still is. */
    Map<String, Long> lastEvents(Collection<String> trainings);

    /** Metrics with the number of their event. */
    record Numbered(long number, MetricsChunk chunk) {}
}
