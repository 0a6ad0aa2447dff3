package dev.gradlens.training.store;

import dev.gradlens.training.Failure;
import dev.gradlens.training.LeaseLostException;
import dev.gradlens.training.Progress;
import dev.gradlens.training.Training;
import dev.gradlens.training.TrainingState;
import dev.gradlens.training.WorkQueue;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The queue in the rows of the trainings themselves. Leases are by the clock of the database, which all instances share.
 */
final class JdbcWorkQueue implements WorkQueue {
    /** Twelve heartbeats: a worker that is held up for some seconds keeps its work, one that is lost is replaced in ten. */
    static final Duration LEASE = Duration.ofSeconds(6);

    /** Tries, after which it is not the machines' fault any more. */
    static final int ATTEMPTS = 5;

    private static final String LEASE_UNTIL = "current_timestamp + interval '" + LEASE.toSeconds() + "' second";
    private static final String MINE = " where id = :id and fence = :fence and owner = :owner";

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Signals signals;
    private final EventLog log;

    JdbcWorkQueue(JdbcClient database, TransactionOperations transactions, Signals signals) {
        this.database = database;
        this.transactions = transactions;
        this.signals = signals;
        this.log = new EventLog(database);
    }

    @Override
    public Optional<Claim> claim(String owner) {
        Optional<Found> found = Optional.ofNullable(transactions.execute(_ -> claimed(owner)));
        found.ifPresent(next -> signals.event(next.id()));
        if (found.isPresent() && found.get().claim() == null) {
            return claim(owner); // that one needed no worker
        }
        return found.map(Found::claim);
    }

    /** A training that something was done about. */
    private record Found(String id, @Nullable Claim claim) {}

    private @Nullable Found claimed(String owner) {
        Optional<Training> next = database.sql("select " + TrainingRows.ALL + """
                 from training
                where state = 'QUEUED'
                   or (state in ('RUNNING', 'PAUSING', 'CANCELLING') and lease_until < current_timestamp)
                order by number limit 1 for update skip locked""")
                .query(new TrainingRows())
                .optional();
        return next.map(training -> taken(training, owner)).orElse(null);
    }

    private Found taken(Training training, String owner) {
        String id = training.id();
        switch (training.state()) {
            case QUEUED -> take(id, owner, Math.max(1, training.attempt()));
            case RUNNING -> {
                if (training.attempt() >= ATTEMPTS) {
                    end(training, TrainingState.FAILED, givenUp(training));
                    return new Found(id, null);
                }
                take(id, owner, training.attempt() + 1);
            }
            case PAUSING -> {
                end(training, TrainingState.PAUSED, null);
                return new Found(id, null);
            }
            case CANCELLING -> {
                end(training, TrainingState.CANCELLED, null);
                return new Found(id, null);
            }
            case PAUSED, CANCELLED, SUCCEEDED, FAILED -> throw new IllegalStateException("nobody takes these");
        }
        log.state(id, TrainingState.RUNNING, training.progress().step());
        return new Found(id, claim(id, owner));
    }

    private static Failure givenUp(Training training) {
        return new Failure(
                Failure.Kind.ATTEMPTS,
                "%d workers in a row were lost, or failed, at this training.".formatted(training.attempt()),
                training.progress().step());
    }

    private void take(String id, String owner, int attempt) {
        database.sql("update training set state = 'RUNNING', fence = fence + 1, owner = :owner, attempt = :attempt,"
                        + " version = version + 1, started_at = coalesce(started_at, current_timestamp), lease_until = "
                        + LEASE_UNTIL + " where id = :id")
                .param("id", id)
                .param("owner", owner)
                .param("attempt", attempt)
                .update();
    }

    private Claim claim(String id, String owner) {
        return database.sql("select " + TrainingRows.ALL + """
                , fence, data_sha256, resume_sha256, run_millis,
                (select max(c.step) from training_checkpoint c where c.training = training.id) as kept
                from training where id = :id""")
                .param("id", id)
                .query((row, index) -> new Claim(
                        new Lease(id, row.getLong("fence"), owner),
                        new TrainingRows().mapRow(row, index),
                        row.getString("data_sha256"),
                        row.getString("resume_sha256"),
                        row.getLong("kept"),
                        row.getLong("run_millis")))
                .single();
    }

    @Override
    public TrainingState renew(Lease lease) {
        fenced(lease, "lease_until = " + LEASE_UNTIL);
        return TrainingState.valueOf(database.sql("select state from training where id = :id")
                .param("id", lease.training())
                .query(String.class)
                .single());
    }

    @Override
    public void report(Lease lease, Report report) {
        transactions.executeWithoutResult(_ -> tell(lease, report));
        signals.event(lease.training());
    }

    @Override
    public void checkpoint(Lease lease, Report report, Checkpointed kept, Runnable along) {
        transactions.executeWithoutResult(_ -> {
            tell(lease, report);
            along.run();
            database.sql("update training set resume_sha256 = :resume where id = :id")
                    .param("id", lease.training())
                    .param("resume", kept.resumeSha256())
                    .update();
            log.checkpoint(lease.training(), kept.step(), kept.model(), kept.sha256());
        });
        signals.event(lease.training());
    }

    @Override
    public void finish(Lease lease, Report report, @Nullable Failure failure) {
        TrainingState state = failure == null ? TrainingState.SUCCEEDED : TrainingState.FAILED;
        released(lease, report, _ -> state, failure);
    }

    @Override
    public void giveBack(Lease lease, Report report) {
        released(
                lease,
                report,
                wanted -> switch (wanted) {
                    case PAUSING -> TrainingState.PAUSED;
                    case CANCELLING -> TrainingState.CANCELLED;
                    case RUNNING -> TrainingState.QUEUED;
                    case QUEUED, PAUSED, CANCELLED, SUCCEEDED, FAILED ->
                        throw new IllegalStateException("nobody holds these");
                },
                null);
    }

    private void released(Lease lease, Report report, UnaryOperator<TrainingState> next, @Nullable Failure failure) {
        transactions.executeWithoutResult(_ -> {
            tell(lease, report);
            Training training = find(lease.training());
            end(training, next.apply(training.state()), failure);
        });
        signals.event(lease.training());
        signals.work();
    }

    private Training find(String id) {
        return database.sql("select " + TrainingRows.ALL + " from training where id = :id")
                .param("id", id)
                .query(new TrainingRows())
                .single();
    }

    @Override
    public void abandon(Lease lease) {
        fenced(lease, "owner = null, lease_until = current_timestamp + interval '1' second");
    }

    private void fenced(Lease lease, String changes) {
        fenced(lease, changes, statement -> statement);
    }

    /** Changes the row, if it is still this worker's; the transaction holds it from then on. */
    private void fenced(Lease lease, String changes, UnaryOperator<StatementSpec> parameters) {
        int rows = parameters
                .apply(database.sql("update training set " + changes + MINE))
                .param("id", lease.training())
                .param("fence", lease.fence())
                .param("owner", lease.owner())
                .update();
        if (rows == 0) {
            throw new LeaseLostException(lease.training());
        }
    }

    private void tell(Lease lease, Report report) {
        Progress progress = report.progress();
        fenced(
                lease,
                """
                version = version + 1, run_millis = run_millis + :millis, step = :step, epoch = :epoch, cost = :cost,
                accuracy = :accuracy, validation_cost = :validationCost, validation_accuracy = :validationAccuracy""",
                statement -> statement
                        .param("millis", report.millis())
                        .param("step", progress.step())
                        .param("epoch", progress.epoch())
                        .param("cost", progress.cost(), Types.DOUBLE)
                        .param("accuracy", progress.accuracy(), Types.DOUBLE)
                        .param("validationCost", progress.validationCost(), Types.DOUBLE)
                        .param("validationAccuracy", progress.validationAccuracy(), Types.DOUBLE));
        report.metrics().forEach(chunk -> log.metrics(lease.training(), chunk));
        report.warnings().forEach(warning -> log.warning(lease.training(), warning));
    }

    private void end(Training training, TrainingState state, @Nullable Failure failure) {
        database.sql("update training set state = :state, owner = null, lease_until = null, version = version + 1,"
                        + " failure_kind = :kind, failure_detail = :detail, failure_step = :step"
                        + (state.isFinal() ? ", finished_at = current_timestamp" : "") + " where id = :id")
                .param("id", training.id())
                .param("state", state.name())
                .param("kind", failure == null ? null : failure.kind().name(), Types.VARCHAR)
                .param("detail", failure == null ? null : failure.detail(), Types.VARCHAR)
                .param("step", failure == null ? null : failure.step(), Types.BIGINT)
                .update();
        log.state(training.id(), state, training.progress().step());
    }

    @Override
    public Counts counts() {
        return database.sql("""
                select coalesce(sum(case when state = 'QUEUED' then 1 else 0 end), 0) as waiting,
                coalesce(sum(case when state in ('RUNNING', 'PAUSING', 'CANCELLING') then 1 else 0 end), 0) as held,
                coalesce(sum(case when state in ('RUNNING', 'PAUSING', 'CANCELLING')
                                   and lease_until < current_timestamp then 1 else 0 end), 0) as lost
                from training where state in ('QUEUED', 'RUNNING', 'PAUSING', 'CANCELLING')""")
                .query((row, _) -> new Counts(row.getLong("waiting"), row.getLong("held"), row.getLong("lost")))
                .single();
    }

    @Override
    public void onWork(Runnable listener) {
        signals.onWork(listener);
    }

    @Override
    public void onEvent(Consumer<String> listener) {
        signals.onEvent(listener);
    }
}
