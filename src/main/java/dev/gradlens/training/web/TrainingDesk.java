package dev.gradlens.training.web;

import dev.gradlens.model.ModelContent;
import dev.gradlens.model.Models;
import dev.gradlens.network.Standardization;
import dev.gradlens.training.IdempotencyKey;
import dev.gradlens.training.NewTraining;
import dev.gradlens.training.Recipe;
import dev.gradlens.training.ReusedKeyException;
import dev.gradlens.training.StartStandardization;
import dev.gradlens.training.Training;
import dev.gradlens.training.Trainings;
import dev.gradlens.volume.Stored;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.WrongParameterException;
import dev.gradlens.wire.admission.ComputePool;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Takes trainings in: reads them, keeps what they begin with, and queues them. */
final class TrainingDesk {
    /** What its column holds. */
    private static final int LONGEST_KEY = 255;

    static final String KEY = "Idempotency-Key";

    private final TrainingReader reader;
    private final TrainingText texts;
    private final Trainings trainings;
    private final Models models;
    private final StartStandardization standardization;
    private final ComputePool pool;

    TrainingDesk(
            TrainingReader reader,
            TrainingText texts,
            Trainings trainings,
            Models models,
            StartStandardization standardization,
            ComputePool pool) {
        this.reader = reader;
        this.texts = texts;
        this.trainings = trainings;
        this.models = models;
        this.standardization = standardization;
        this.pool = pool;
    }

    /**
     * Queues what was asked for, unless the same came with the same key.
     *
     * @param key of the client's choice; null where it sends none
     */
    Training take(Posted<TrainingForm> posted, @Nullable String key) {
        requireKey(key);
        if (!posted.faults().isEmpty()) {
            reader.read(posted); // names whatever else is wrong, and ends it
        }
        String request = texts.write(posted.value());
        IdempotencyKey idempotency = key == null ? null : new IdempotencyKey(key, TrainingText.sha256(request));
        try {
            Optional<Training> known = idempotency == null ? Optional.empty() : trainings.withKey(idempotency);
            return known.orElseGet(() -> create(posted, request, idempotency));
        } catch (ReusedKeyException reused) {
            throw new WrongParameterException(KEY, "came before with another request; use another key");
        }
    }

    private static void requireKey(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new WrongParameterException(KEY, "must have from 1 to %d characters".formatted(LONGEST_KEY));
        }
    }

    /** What it needs may be gone by the time at which a request is repeated, so it is read only where it is a new one. */
    private Training create(Posted<TrainingForm> posted, String request, @Nullable IdempotencyKey key) {
        TrainingReader.Read read = reader.read(posted);
        trainings.requireRoom();
        return pool.compute(
                read.work(), () -> queued(read, request, posted.value().name(), key));
    }

    private static void requireFinite(@Nullable Standardization standardizing) {
        if (standardizing != null
                && !DoubleStream.concat(
                                DoubleStream.of(standardizing.mean().rowMajor()),
                                DoubleStream.of(standardizing.std().rowMajor()))
                        .allMatch(Double::isFinite)) {
            Faults faults = new Faults();
            faults.add(
                    Pointer.of("standardize"),
                    "is not possible: the mean or the deviation of a feature is beyond the range of a double");
            faults.throwIfAny();
        }
    }

    private Training queued(
            TrainingReader.Read read, String request, @Nullable String name, @Nullable IdempotencyKey key) {
        Recipe recipe = read.recipe();
        String data = read.dataSha256().get();
        Standardization standardizing = standardization.of(recipe, data);
        requireFinite(standardizing);
        ModelContent start = new ModelContent(
                recipe.spec(), recipe.precision(), read.parameters().get(), standardizing);
        Stored file = models.write(start);
        String id = UUID.randomUUID().toString();
        String model = UUID.randomUUID().toString();
        NewTraining asked = new NewTraining(
                id,
                name,
                request,
                texts.write(read.inFull()),
                data,
                model,
                file.sha256(),
                recipe.steps(read.rows()),
                recipe.epochs());
        return trainings.create(asked, key, () -> models.add(model, id, 0, start, file));
    }
}
