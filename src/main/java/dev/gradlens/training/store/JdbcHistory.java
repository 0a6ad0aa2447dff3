package dev.gradlens.training.store;

import dev.gradlens.training.Checkpoint;
import dev.gradlens.training.MetricsChunk;
import dev.gradlens.training.TrainingEvent;
import dev.gradlens.training.TrainingHistory;
import dev.gradlens.training.TrainingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened, as rows. */
final class JdbcHistory implements TrainingHistory {
    private final JdbcClient database;

    JdbcHistory(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Checkpoint> checkpoints(String training, long afterStep, int limit) {
        return database.sql("""
                select step, model, sha256, created_at from training_checkpoint
                where training = :id and step > :after order by step limit :limit""")
                .param("id", training)
                .param("after", afterStep)
                .param("limit", limit)
                .query((row, _) -> new Checkpoint(
                        row.getLong("step"),
                        row.getString("model"),
                        row.getString("sha256"),
                        TrainingRows.required(TrainingRows.instant(row, "created_at"))))
                .list();
    }

    @Override
    public List<TrainingEvent> events(String training, long after, int limit) {
        return database.sql("""
                select number, kind, created_at, last_step, code, text, payload from training_event
                where training = :id and number > :after order by number limit :limit""")
                .param("id", training)
                .param("after", after)
                .param("limit", limit)
                .query(JdbcHistory::event)
                .list();
    }

    private static TrainingEvent event(ResultSet row, int index) throws SQLException {
        byte[] payload = row.getBytes("payload");
        return new TrainingEvent(
                row.getLong("number"),
                TrainingEvent.Kind.valueOf(row.getString("kind")),
                TrainingRows.required(TrainingRows.instant(row, "created_at")),
                row.getLong("last_step"),
                row.getString("code"),
                row.getString("text"),
                payload == null ? null : MetricsChunk.of(payload));
    }

    @Override
    public List<Numbered> metrics(String training, long from, long to, long afterEvent, int limit) {
        return database.sql("""
                select number, payload from training_event
                where training = :id and kind = 'METRICS' and last_step >= :from and first_step <= :to and number > :after
                order by number limit :limit""")
                .param("id", training)
                .param("from", from)
                .param("to", to)
                .param("after", afterEvent)
                .param("limit", limit)
                .query((row, _) -> new Numbered(row.getLong("number"), MetricsChunk.of(row.getBytes("payload"))))
                .list();
    }

    @Override
    public boolean isOver(String training) {
        return database.sql("select state from training where id = :id")
                .param("id", training)
                .query(String.class)
                .optional()
                .map(state -> TrainingState.valueOf(state).isFinal())
                .orElse(true);
    }

    @Override
    public Map<String, Long> lastEvents(Collection<String> trainings) {
        Map<String, Long> last = new HashMap<>();
        if (!trainings.isEmpty()) {
            database.sql("select id, events from training where id in (:ids)")
                    .param("ids", trainings)
                    .query((RowCallbackHandler) row -> last.put(row.getString("id"), row.getLong("events")));
        }
        return last;
    }
}
