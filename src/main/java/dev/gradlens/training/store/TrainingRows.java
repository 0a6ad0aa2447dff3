package dev.gradlens.training.store;

import dev.gradlens.training.Failure;
import dev.gradlens.training.Progress;
import dev.gradlens.training.Training;
import dev.gradlens.training.TrainingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Makes trainings of rows. */
final class TrainingRows implements RowMapper<Training> {
    /** Characters of a request that a list shows. */
    private static final int SHORT = 16_384;

    private static final String COLUMNS =
            "id, number, name, state, created_at, started_at, finished_at, step, steps, epoch,"
                    + " epochs, cost, accuracy, validation_cost, validation_accuracy, attempt, model, failure_kind, failure_detail,"
                    + " failure_step, effective, version, ";

    /** Of one training. */
    static final String ALL = COLUMNS + "request";

    /** Of many. */
    static final String LISTED = COLUMNS + "case when length(request) <= " + SHORT + " then request end as request";

    @Override
    public Training mapRow(ResultSet row, int index) throws SQLException {
        return new Training(
                row.getString("id"),
                row.getLong("number"),
                row.getString("name"),
                TrainingState.valueOf(row.getString("state")),
                required(instant(row, "created_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                progress(row),
                row.getLong("steps"),
                row.getInt("epochs"),
                row.getInt("attempt"),
                row.getString("model"),
                failure(row),
                row.getString("request"),
                row.getString("effective"),
                row.getLong("version"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getLong("step"),
                row.getInt("epoch"),
                number(row, "cost"),
                number(row, "accuracy"),
                number(row, "validation_cost"),
                number(row, "validation_accuracy"));
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        String kind = row.getString("failure_kind");
        return kind == null
                ? null
                : new Failure(
                        Failure.Kind.valueOf(kind),
                        row.getString("failure_detail"),
                        row.getObject("failure_step", Long.class));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant required(@Nullable Instant instant) throws SQLException {
        if (instant == null) {
            throw new SQLException("a column that is never empty is");
        }
        return instant;
    }
}
