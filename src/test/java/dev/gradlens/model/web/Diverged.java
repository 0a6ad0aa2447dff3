package dev.gradlens.model.web;

import dev.gradlens.model.ModelContent;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;

/** A model as a training leaves it that diverged. */
final class Diverged {
    private Diverged() {}

    /** The same with NaN and −∞ in the first layer's b. */
    static ModelContent of(ModelContent model) {
        List<LayerParameters<Values>> parameters = new ArrayList<>(model.parameters());
        LayerParameters<Values> first = parameters.getFirst();
        Values b = Values.row(first.b().at(0, 0), Double.NaN, Double.NEGATIVE_INFINITY);
        parameters.set(
                0,
                new LayerParameters<>(
                        first.w(), b, first.gamma(), first.beta(), first.runningMean(), first.runningVariance()));
        return new ModelContent(model.spec(), model.precision(), parameters, model.standardization());
    }
}
