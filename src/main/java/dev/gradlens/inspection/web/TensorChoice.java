package dev.gradlens.inspection.web;

import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.tensors.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows the tensors that were asked for, in the way that was asked for.
 *
 * @param format how each is written
 * @param only those that are shown; empty where all are
 */
record TensorChoice(TensorFormat format, Optional<Set<Chosen>> only) implements Destination {
    /** Every tensor in nested arrays. */
    static final TensorChoice ALL = new TensorChoice(TensorFormat.NESTED, Optional.empty());

    /**
     * Reads it; what is wrong is said.
     *
     * @param layers of the network; null where that is not known
     */
    static TensorChoice read(@Nullable TensorsForm form, @Nullable Integer layers, Place place) {
        if (form == null) {
            return ALL;
        }
        TensorFormat format = Objects.requireNonNullElse(form.format(), TensorFormat.NESTED);
        Optional<Set<Chosen>> only =
                Optional.ofNullable(form.only()).map(names -> chosen(names, layers, place.member("only")));
        return new TensorChoice(format, only);
    }

    private static Set<Chosen> chosen(List<@Nullable String> names, @Nullable Integer layers, Place place) {
        Set<Chosen> chosen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Chosen read = name == null ? null : Chosen.read(name, layers, place.item(i));
            if (read != null) {
                chosen.add(read);
            }
        }
        return chosen;
    }

    @Override
    public @Nullable Tensor place(@Nullable Integer layer, String name, Tensor tensor) {
        return shows(layer, Names.last(name))
                ? format.encoding().map(tensor::in).orElse(null)
                : null;
    }

    /** Whether a tensor is shown; layers count from 1, and dX has none. */
    boolean shows(@Nullable Integer layer, String name) {
        boolean chosen = only.isEmpty()
                || only.get().contains(new Chosen(name, null))
                || only.get().contains(new Chosen(name, layer));
        return chosen && format != TensorFormat.NONE;
    }
}
