package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.judge.AnswerKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds a key, which is made when it is first needed. Used by one thread at a time. */
final class Keyring {
    private final Supplier<AnswerKey> keys;
    private @Nullable AnswerKey held;

    Keyring(Supplier<AnswerKey> keys) {
        this.keys = keys;
    }

    AnswerKey key() {
        AnswerKey key = held == null ? keys.get() : held;
        held = key;
        return key;
    }

    /** Lets go of a key with which something went wrong: it may be broken. */
    void drop() {
        held = null;
    }
}
