package dev.gradlens.training.store;

import dev.gradlens.model.Models;
import dev.gradlens.training.IdempotencyKey;
import dev.gradlens.training.NewTraining;
import dev.gradlens.training.ReusedKeyException;
import dev.gradlens.training.Training;
import dev.gradlens.training.TrainingState;
import dev.gradlens.training.TrainingState.Action;
import dev.gradlens.training.Trainings;
import dev.gradlens.wire.ConflictException;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.NotFoundException;
import dev.gradlens.wire.TooManyRequestsException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Trainings, a row each. */
final class JdbcTrainings implements Trainings {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Duration SOON = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Models models;
    private final Signals signals;
    private final EventLog log;
    private final int room;

    /** With so many that may wait. */
    JdbcTrainings(JdbcClient database, TransactionOperations transactions, Models models, Signals signals, int room) {
        this.database = database;
        this.transactions = transactions;
        this.models = models;
        this.signals = signals;
        this.log = new EventLog(database);
        this.room = room;
    }

    @Override
    public Training create(NewTraining asked, @Nullable IdempotencyKey key, Runnable along) {
        try {
            Training created = transactions.execute(_ -> {
                Optional<Training> known = key == null ? Optional.empty() : withKey(key);
                return known.orElseGet(() -> inserted(asked, key, along));
            });
            signals.work();
            return created;
        } catch (DuplicateKeyException raced) {
            if (key == null) {
                throw raced;
            }
            return withKey(key).orElseThrow(() -> raced);
        }
    }

    private Training inserted(NewTraining asked, @Nullable IdempotencyKey key, Runnable along) {
        requireRoom();
        database.sql("""
                insert into training (id, name, state, request, effective, idempotency_key, request_sha256, data_sha256,\
                 steps, epochs)
                values (:id, :name, 'QUEUED', :request, :effective, :key, :sha, :data, :steps, :epochs)""")
                .param("id", asked.id())
                .param("name", asked.name(), Types.VARCHAR)
                .param("request", asked.request())
                .param("effective", asked.effective())
                .param("key", key == null ? null : key.key(), Types.VARCHAR)
                .param("sha", key == null ? "" : key.sha256())
                .param("data", asked.dataSha256())
                .param("steps", asked.steps())
                .param("epochs", asked.epochs())
                .update();
        log.state(asked.id(), TrainingState.QUEUED, 0);
        along.run();
        log.checkpoint(asked.id(), 0, asked.model(), asked.modelSha256());
        return find(asked.id()).orElseThrow();
    }

    @Override
    public Optional<Training> withKey(IdempotencyKey key) {
        return database.sql("select id, request_sha256 from training where idempotency_key = :key")
                .param("key", key.key())
                .query((row, _) -> new Known(row.getString("id"), row.getString("request_sha256")))
                .optional()
                .map(known -> {
                    if (!known.requestSha256().equals(key.sha256())) {
                        throw new ReusedKeyException();
                    }
                    return find(known.id()).orElseThrow();
                });
    }

    /** The training that came with a key. */
    private record Known(String id, String requestSha256) {}

    @Override
    public void requireRoom() {
        long waiting = database.sql("select count(*) from training where state = 'QUEUED'")
                .query(Long.class)
                .single();
        if (waiting >= room) {
            throw new TooManyRequestsException(
                    "%d trainings are waiting, and no more than %d may.".formatted(waiting, room), SOON);
        }
    }

    @Override
    public Optional<Training> find(String id) {
        return isId(id) ? found(id) : Optional.empty();
    }

    /** What can be no id is not looked for: PostgreSQL refuses some characters. */
    private static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    private Optional<Training> found(String id) {
        return database.sql("select " + TrainingRows.ALL + " from training where id = :id")
                .param("id", id)
                .query(new TrainingRows())
                .optional();
    }

    @Override
    public String dataSha256(String id) {
        return database.sql("select data_sha256 from training where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    @Override
    public List<Training> page(List<TrainingState> states, @Nullable Long before, int limit) {
        List<String> names = (states.isEmpty() ? List.of(TrainingState.values()) : states)
                .stream().map(TrainingState::name).toList();
        return database.sql(
                        "select " + TrainingRows.LISTED
                                + " from training where state in (:states) and number < :before order by number desc limit :limit")
                .param("states", names)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(new TrainingRows())
                .list();
    }

    @Override
    public Training act(String id, Action action, Consumer<Training> condition) {
        Training changed = transactions.execute(_ -> {
            Training training = held(id);
            condition.accept(training);
            TrainingState next = training.state().after(action).orElseThrow(() -> conflict(training, action));
            if (next == training.state()) {
                return training;
            }
            set(id, next);
            log.state(id, next, training.progress().step());
            return find(id).orElseThrow();
        });
        signals.event(id);
        signals.work();
        return changed;
    }

    private void set(String id, TrainingState next) {
        database.sql("update training set state = :state, version = version + 1"
                        + (next.isFinal() ? ", finished_at = current_timestamp" : "") + " where id = :id")
                .param("id", id)
                .param("state", next.name())
                .update();
    }

    private static ConflictException conflict(Training training, Action action) {
        return new ConflictException("A training that is %s cannot be told to %s."
                .formatted(training.state(), action.name().toLowerCase(Locale.ROOT)));
    }

    /** Its row, held until the transaction ends. */
    private Training held(String id) {
        if (!isId(id)) {
            throw unknown(id);
        }
        return database.sql("select " + TrainingRows.ALL + " from training where id = :id for update")
                .param("id", id)
                .query(new TrainingRows())
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException("There is no training " + Echo.of(id) + ".");
    }

    @Override
    public void delete(String id, Consumer<Training> condition) {
        transactions.executeWithoutResult(_ -> {
            Training training = held(id);
            condition.accept(training);
            if (training.state().isHeld()) {
                throw new ConflictException(
                        "A training that is %s cannot be deleted; cancel it first.".formatted(training.state()));
            }
            models.deleteOf(id);
            database.sql("delete from training where id = :id").param("id", id).update();
        });
        signals.event(id);
    }
}
