package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.probe.Plan;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.setup.NormalizationForm;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Plan} of a request. */
final class ProbeReader {
    /** What epsilon does is then as large as what other mistakes do. */
    private static final double EPSILON = 0.1;

    private static final int EXAMPLES = 5;
    private static final int FEATURES = 4;
    private static final long SEED = 0;

    private final ProbeForm form;
    private final Place root;

    private ProbeReader(ProbeForm form, Place root) {
        this.form = form;
        this.root = root;
    }

    /** A plan, and whether its tensors are wanted. */
    record Read(Plan plan, boolean tensors) {
        /** What the search costs: each exercise in some 300 ways, which are held against one another. */
        Work work() {
            double entries = (double) plan.examples() * plan.features();
            double operations = plan.trials() * (OPERATIONS_OF_AN_ENTRY * entries + OPERATIONS_OF_AN_EXERCISE);
            return new Work((long) operations, (long) (BYTES_OF_AN_ENTRY * entries), (long) (ANSWERS * entries + 1000));
        }

        private static final double OPERATIONS_OF_AN_ENTRY = 50_000;
        private static final double OPERATIONS_OF_AN_EXERCISE = 1_000_000;
        private static final double BYTES_OF_AN_ENTRY = 10_000;
        private static final double ANSWERS = 100;
    }

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong
     */
    static Read read(Posted<ProbeForm> posted) {
        return new ProbeReader(posted.value(), Place.root(posted.faults())).read();
    }

    private Read read() {
        Normalization normalization = normalization();
        Activation activation = activation();
        root.faults().throwIfAny();
        Plan plan = new Plan(
                Objects.requireNonNull(normalization),
                activation,
                Objects.requireNonNullElse(form.examples(), EXAMPLES),
                Objects.requireNonNullElse(form.features(), FEATURES),
                Objects.requireNonNullElse(form.seed(), SEED));
        return new Read(
                plan, Objects.requireNonNullElse(form.include(), List.of()).contains(ProbeInclude.TENSORS));
    }

    private @Nullable Normalization normalization() {
        NormalizationForm given = form.normalization() == null
                ? new NormalizationForm.Batch(null, null, null, null, null, null)
                : form.normalization();
        Normalization read = NormalizationForm.read(given, EPSILON);
        Place place = root.member("normalization");
        if (read == null && place.isSound()) {
            place.fault("must be of type batch, layer or rms, as a probe is of a normalization");
        }
        return read;
    }

    private Activation activation() {
        Place place = root.member("activation");
        Activation read =
                form.activation() == null ? new Tanh() : form.activation().activation(place);
        if (read instanceof Softmax) {
            place.fault("softmax stands on the last layer only, and the normalization of a probe is in the first");
        }
        return read;
    }
}
