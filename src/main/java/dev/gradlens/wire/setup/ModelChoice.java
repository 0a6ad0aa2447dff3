package dev.gradlens.wire.setup;

import dev.gradlens.network.NetworkSpec;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.bind.Place;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The model that a request names, and what of the request it stands in for. */
final class ModelChoice {
    private final SetupForm form;
    private final Place root;
    private final @Nullable KnownModel model;

    ModelChoice(SetupForm form, Place root, KnownModels models) {
        this.form = form;
        this.root = root;
        this.model = form.model() == null ? null : models.find(form.model()).orElse(null);
    }

    /** The model; null where there is none, or it is not known. */
    @Nullable
    KnownModel model() {
        return model;
    }

    /** The request's network, else the model's with nothing left to a default; null where neither is known. */
    @Nullable
    NetworkForm network() {
        return form.network() == null && model != null ? NetworkForm.of(model.spec()) : form.network();
    }

    Precision precision() {
        Precision otherwise = model == null ? Precision.FLOAT64 : model.precision();
        return Objects.requireNonNullElse(form.precision(), otherwise);
    }

    /** Says where a model is not known, and where there is no network although no model was named. */
    void check() {
        if (form.model() != null && model == null) {
            root.member("model").fault("is not the id of a model, got " + Echo.of(form.model()));
        }
        boolean named = form.model() != null || !root.member("model").isSound();
        if (form.network() == null && !named && root.member("network").isSound()) {
            root.member("network").fault("is missing; it must be an object, unless a model is given");
        }
    }

    /** Says where a network that was sent beside a model has other parameters than the model. */
    void requireFit(@Nullable NetworkSpec network) {
        if (network != null && model != null) {
            ParameterShapes.difference(network, model.spec())
                    .ifPresent(difference -> root.member("network").fault(difference));
        }
    }
}
