package dev.gradlens.wire.setup;

import dev.gradlens.network.Standardization;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.tensors.MatrixInput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads examples that a model is to look at. */
public final class ExamplesReader {
    private final KnownModel model;
    private final Layout layout;
    private final Place place;

    private ExamplesReader(KnownModel model, Layout layout, Place place) {
        this.model = model;
        this.layout = layout;
        this.place = place;
    }

    /** In which layout a request gives its examples. */
    public static Layout layout(ExamplesForm form) {
        return Objects.requireNonNullElse(form.layout(), Conventions.PAPER.layout());
    }

    /**
     * The examples as they enter the model's first layer, one in each row.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with all faults, those found before included
     */
    public static Values read(ExamplesForm form, KnownModel model, Faults faults) {
        Place place = Place.root(faults).member("X");
        MatrixInput sent = form.x();
        Values x = sent == null ? null : new ExamplesReader(model, layout(form), place).read(sent);
        faults.throwIfAny();
        return Objects.requireNonNull(x);
    }

    private @Nullable Values read(MatrixInput sent) {
        Values x = layout.toRows(sent.rows(), sent.columns(), sent.values());
        int inputs = model.spec().inputs();
        if (x.columns() != inputs) {
            place.fault("has shape %s, expected %s (%s)"
                    .formatted(sent.shape(), layout.shape(x.rows(), inputs), layout.shape("examples", "inputs")));
            return null;
        }
        new RangeCheck(model.precision()).matrix(sent, place);
        Standardization standardization = model.standardization();
        return standardization == null || !place.isSound()
                ? x
                : new StandardizedBatch(standardization, model.precision(), layout).apply(x, sent, place);
    }
}
