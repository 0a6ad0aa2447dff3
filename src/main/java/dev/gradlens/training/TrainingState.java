package dev.gradlens.training;

import java.util.Optional;

/** Where a training is in its life. */
public enum TrainingState {
    /** Waits for a free worker. */
    QUEUED,
    /** Steps are taken. */
    RUNNING,
    /** Will pause behind the step that is under way. */
    PAUSING,
    /** Stands still until it is resumed. */
    PAUSED,
    /** Will end behind the step that is under way. */
    CANCELLING,
    /** Was ended by its owner. */
    CANCELLED,
    /** Has done what was asked for. */
    SUCCEEDED,
    /** Could not go on. */
    FAILED;

    /** What its owner may ask for. */
    public enum Action {
        PAUSE,
        RESUME,
        CANCEL
    }

    /** Nothing happens to it any more. */
    public boolean isFinal() {
        return this == CANCELLED || this == SUCCEEDED || this == FAILED;
    }

    /** A worker holds it, or held it and was lost. */
    public boolean isHeld() {
        return this == RUNNING || this == PAUSING || this == CANCELLING;
    }

    /**
     * The state that an action leads to; empty where the action makes no sense. What is asked for twice while it is under way
     * is as good as once; what has happened already cannot be asked for.
     */
    public Optional<TrainingState> after(Action action) {
        return Optional.ofNullable(
                switch (action) {
                    case PAUSE ->
                        switch (this) {
                            case QUEUED -> PAUSED;
                            case RUNNING -> PAUSING;
                            case PAUSING -> PAUSING;
                            case PAUSED, CANCELLING, CANCELLED, SUCCEEDED, FAILED -> null;
                        };
                    case RESUME ->
                        switch (this) {
                            case PAUSED -> QUEUED;
                            case PAUSING -> RUNNING;
                            case QUEUED, RUNNING, CANCELLING, CANCELLED, SUCCEEDED, FAILED -> null;
                        };
                    case CANCEL ->
                        switch (this) {
                            case QUEUED, PAUSED -> CANCELLED;
                            case RUNNING, PAUSING -> CANCELLING;
                            case CANCELLING -> CANCELLING;
                            case CANCELLED, SUCCEEDED, FAILED -> null;
                        };
                });
    }
}
