package dev.gradlens.model.store;

import dev.gradlens.model.ModelContent;
import dev.gradlens.volume.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a row is made of. */
record NewModel(
        String id,
        @Nullable String name,
        @Nullable String training,
        long step,
        ModelContent content,
        Stored file,
        Instant createdAt) {}
