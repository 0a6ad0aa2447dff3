package dev.gradlens.model;

import dev.gradlens.volume.Stored;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All models. A file is written before the row that names it, and never changes. */
public interface Models {

    /**
     * Writes the file of a model, before any transaction; it is swept away unless a model is added with it before long.
     *
     * @throws dev.gradlens.wire.UnavailableException if there is no room
     */
    Stored write(ModelContent content);

    /**
     * Adds a model that a training made, by one insert within the caller's transaction, if there is one.
     *
     * @param id of the model
     * @param training the id of the training
     * @param step after which it was made
     * @param file what {@link #write} gave for the same content
     */
    void add(String id, String training, long step, ModelContent content, Stored file);

    /**
     * Makes a model that no training made.
     *
     * @throws dev.gradlens.wire.UnavailableException if there is no room
     */
    Model upload(@Nullable String name, ModelContent content);

    /** One of them; empty where none has that id. */
    Optional<Model> find(String id);

    /**
     * What a model computes with, read from its file.
     *
     * @throws dev.gradlens.wire.UnavailableException if it cannot be read
     */
    ModelContent content(Model model);

    /** The same by its id; empty where no model has it. */
    default Optional<ModelContent> content(String id) {
        return find(id).map(this::content);
    }

    /**
     * Models in the order in which they were made.
     *
     * @param training whose alone are listed; null for all
     * @param after the number of one, which may be deleted by now, that those listed come after; 0 to begin with the first
     * @param most how many at most
     */
    List<Model> list(@Nullable String training, long after, int most);

    /** Deletes one that no training made; false where there is no such model. */
    boolean delete(String id);

    /** Deletes all models of a training, within the caller's transaction, if there is one; returns how many. */
    int deleteOf(String training);
}
