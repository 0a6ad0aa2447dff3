package dev.gradlens.training;

import dev.gradlens.training.TrainingState.Action;
import dev.gradlens.wire.ConflictException;
import dev.gradlens.wire.NotFoundException;
import dev.gradlens.wire.TooManyRequestsException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All trainings, as their owners see them. */
public interface Trainings {

    /**
     * Queues a training, or finds the one that was queued with this key.
     *
     * @param along what else is written in the same transaction; not called where there is one already
     * @throws TooManyRequestsException if as many are waiting as may wait
     * @throws ReusedKeyException if the key came with another request
     */
    Training create(NewTraining asked, @Nullable IdempotencyKey key, Runnable along);

    /** The training that was queued with a key, if one was. */
    Optional<Training> withKey(IdempotencyKey key);

    /** Fails early where {@link #create} would. */
    void requireRoom();

    Optional<Training> find(String id);

    /**
     * The file of a training's examples.
     *
     * @throws NotFoundException if there is none
     */
    String dataSha256(String id);

    /**
     * Those in some states, the last one first.
     *
     * @param states any where it is empty
     * @param before a number; only those created earlier
     */
    List<Training> page(List<TrainingState> states, @Nullable Long before, int limit);

    /**
     * Does what the owner wants, or sees to it that the worker will.
     *
     * @param condition looks at the training first, and may refuse
     * @throws NotFoundException if there is none
     * @throws ConflictException if its state does not allow it
     */
    Training act(String id, Action action, Consumer<Training> condition);

    /**
     * Deletes a training with all that belongs to it, its models included.
     *
     * @throws NotFoundException if there is none
     * @throws ConflictException if it may still run
     */
    void delete(String id, Consumer<Training> condition);
}
