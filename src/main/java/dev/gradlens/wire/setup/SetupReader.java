package dev.gradlens.wire.setup;

import dev.gradlens.network.Setup;
import dev.gradlens.wire.Faults;

/** Makes a {@link Setup} of a request that may have been read in part, and names whatever does not go together. */
public final class SetupReader {
    private final KnownModels models;

    /** @param models that a request may name */
    public SetupReader(KnownModels models) {
        this.models = models;
    }

    /**
     * The setup, once nothing is wrong with the request.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with all faults, those found before included
     */
    public ReadSetup read(SetupForm form, Faults faults) {
        return new SetupReading(form, models, faults).read();
    }

    /** What can be told of the setup before it is known whether anything is wrong with the request. */
    public KnownSetup known(SetupForm form, Faults faults) {
        return new SetupReading(form, models, faults).known();
    }
}
