package dev.gradlens.wire.setup;

import java.util.Optional;

/** The models that a request may name in place of parameters. */
@FunctionalInterface
public interface KnownModels {
    /** Where there are none. */
    KnownModels NONE = id -> Optional.empty();

    /** The model with this id, if there is one; its parameters are not read yet. */
    Optional<KnownModel> find(String id);
}
