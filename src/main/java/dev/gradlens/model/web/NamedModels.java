package dev.gradlens.model.web;

import dev.gradlens.model.Model;
import dev.gradlens.model.Models;
import dev.gradlens.wire.setup.KnownModel;
import dev.gradlens.wire.setup.KnownModels;
import java.util.Optional;

/** Models as requests name them in place of parameters. */
final class NamedModels implements KnownModels {
    private final Models models;

    NamedModels(Models models) {
        this.models = models;
    }

    @Override
    public Optional<KnownModel> find(String id) {
        return models.find(id).map(this::known);
    }

    /** Its parameters are read only where they are asked for. */
    KnownModel known(Model model) {
        return new KnownModel(
                model.spec(),
                model.precision(),
                model.standardization(),
                () -> models.content(model).parameters());
    }
}
