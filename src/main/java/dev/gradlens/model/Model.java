package dev.gradlens.model;

import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Standardization;
import dev.gradlens.tensor.Precision;
import dev.gradlens.volume.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model beside its parameters.
 *
 * @param id by which it is found
 * @param number its place among all models, in the order in which they were made
 * @param name for people; null where it has none
 * @param training the id of the training that made it; null of one that was uploaded
 * @param step after which step of the training it was made, 0 before the first; 0 of one that was uploaded
 * @param spec its network
 * @param precision of its parameters
 * @param standardization what is done to every example before the first layer; null where nothing is
 * @param file of its parameters
 * @param createdAt when it was made
 */
public record Model(
        String id,
        long number,
        @Nullable String name,
        @Nullable String training,
        long step,
        NetworkSpec spec,
        Precision precision,
        @Nullable Standardization standardization,
        Stored file,
        Instant createdAt) {}
