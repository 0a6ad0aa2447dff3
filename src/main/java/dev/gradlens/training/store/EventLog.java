package dev.gradlens.training.store;

import dev.gradlens.training.MetricsChunk;
import dev.gradlens.training.TrainingEvent.Kind;
import dev.gradlens.training.TrainingState;
import dev.gradlens.training.WorkQueue.Warning;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what happened, numbered without a gap: the row of the training counts, and is held until the transaction ends, so that
 * whoever sees a number sees all before it.
 */
final class EventLog {
    private final JdbcClient database;

    EventLog(JdbcClient database) {
        this.database = database;
    }

    void state(String training, TrainingState state, long step) {
        append(training, new Entry(Kind.STATE, step, step, state.name(), null, null));
    }

    /** Keeps a checkpoint, and says so. */
    void checkpoint(String training, long step, String model, String sha256) {
        database.sql("update training set model = :model where id = :id")
                .param("id", training)
                .param("model", model)
                .update();
        database.sql("""
                insert into training_checkpoint (training, step, model, sha256) values (:id, :step, :model, :sha)""")
                .param("id", training)
                .param("step", step)
                .param("model", model)
                .param("sha", sha256)
                .update();
        append(training, new Entry(Kind.CHECKPOINT, step, step, null, model, null));
    }

    void warning(String training, Warning warning) {
        append(
                training,
                new Entry(Kind.WARNING, warning.step(), warning.step(), warning.code(), warning.detail(), null));
    }

    void metrics(String training, MetricsChunk chunk) {
        append(training, new Entry(Kind.METRICS, chunk.firstStep(), chunk.lastStep(), null, null, chunk.toBytes()));
    }

    private record Entry(
            Kind kind,
            long firstStep,
            long lastStep,
            @Nullable String code,
            @Nullable String text,
            byte @Nullable [] payload) {}

    private void append(String training, Entry entry) {
        database.sql("update training set events = events + 1 where id = :id")
                .param("id", training)
                .update();
        database.sql("""
                insert into training_event (training, number, kind, first_step, last_step, code, text, payload)
                select id, events, :kind, :first, :last, :code, :text, :payload from training where id = :id""")
                .param("id", training)
                .param("kind", entry.kind().name())
                .param("first", entry.firstStep())
                .param("last", entry.lastStep())
                .param("code", entry.code(), Types.VARCHAR)
                .param("text", entry.text(), Types.VARCHAR)
                .param("payload", entry.payload(), Types.VARBINARY)
                .update();
    }
}
