package dev.gradlens.training.run;

import dev.gradlens.training.TrainingState;
import dev.gradlens.training.WorkQueue.Lease;

/** What a worker is told while it works; asked between steps. */
final class Control {
    private final Lease lease;
    private volatile Wish wish = Wish.GO_ON;

    Control(Lease lease) {
        this.lease = lease;
    }

    /** What is wanted of a worker. The later ones win over those before them. */
    enum Wish {
        GO_ON,
        /** The owner wants it to pause. */
        PAUSE,
        /** This instance stops. */
        LEAVE,
        /** The owner wants it to end. */
        CANCEL,
        /** The training is another worker's. */
        LOST
    }

    Lease lease() {
        return lease;
    }

    Wish wish() {
        return wish;
    }

    /** The state that the owner wants; one who wanted a pause may have thought better of it. */
    synchronized void wanted(TrainingState state) {
        switch (state) {
            case RUNNING -> wish = wish == Wish.PAUSE ? Wish.GO_ON : wish;
            case PAUSING -> raise(Wish.PAUSE);
            case CANCELLING -> raise(Wish.CANCEL);
            case QUEUED, PAUSED, CANCELLED, SUCCEEDED, FAILED -> raise(Wish.LOST);
        }
    }

    synchronized void raise(Wish other) {
        wish = other.compareTo(wish) > 0 ? other : wish;
    }
}
