package dev.gradlens.model.web;

import dev.gradlens.model.ModelContent;
import dev.gradlens.model.web.ModelForm.StandardizationForm;
import dev.gradlens.network.Standardization;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Count;
import dev.gradlens.wire.NameRule;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.setup.ParametersReader;
import dev.gradlens.wire.tensors.VectorInput;
import org.jspecify.annotations.Nullable;

/** Makes a model of a request. */
@SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
final class ModelReader {
    private ModelReader() {}

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong
     */
    static ModelContent read(Posted<ModelForm> posted) {
        ModelForm form = posted.value();
        NameRule.check(form.name(), Pointer.of("name"), posted.faults());
        Integer inputs = form.network() == null ? null : form.network().inputs();
        Place place = Place.root(posted.faults()).member("standardization");
        Standardization standardization = standardization(form.standardization(), inputs, place);
        ParametersReader.Read read = ParametersReader.read(form, posted.faults());
        return new ModelContent(read.spec(), read.precision(), read.parameters(), standardization);
    }

    /** Of no use where something in it is wrong, which then has been said. */
    private static @Nullable Standardization standardization(
            @Nullable StandardizationForm form, @Nullable Integer inputs, Place place) {
        if (form == null) {
            return null;
        }
        requireInputs(form.mean(), inputs, place.member("mean"));
        requireInputs(form.std(), inputs, place.member("std"));
        requireNotNegative(form.std(), place.member("std"));
        return place.isSound() && form.mean().size() == form.std().size()
                ? new Standardization(
                        Values.row(form.mean().values()), Values.row(form.std().values()))
                : null;
    }

    private static void requireInputs(@Nullable VectorInput vector, @Nullable Integer inputs, Place place) {
        if (vector != null && inputs != null && vector.size() != inputs) {
            place.fault("has %s, expected %d (inputs)".formatted(Count.of(vector.size(), "entry", "entries"), inputs));
        }
    }

    private static void requireNotNegative(@Nullable VectorInput std, Place place) {
        for (int i = 0; std != null && i < std.size(); i++) {
            if (std.values()[i] < 0) {
                std.fault(place, i, "must be at least 0, got " + std.values()[i]);
            }
        }
    }
}
