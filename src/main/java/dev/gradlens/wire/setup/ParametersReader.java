package dev.gradlens.wire.setup;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import java.util.List;
import java.util.Objects;

/** Reads a network and its parameters, without a batch. */
public final class ParametersReader {
    private ParametersReader() {}

    /**
     * What was read.
     *
     * @param spec the network
     * @param precision of its parameters
     * @param parameters of each layer; nothing is left out that a layer has
     */
    public record Read(NetworkSpec spec, Precision precision, List<LayerParameters<Values>> parameters) {}

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with all faults, those found before included
     */
    public static Read read(SetupForm form, Faults faults) {
        Place root = Place.root(faults);
        Bundle bundle = Objects.requireNonNullElse(form.conventions(), Bundle.PAPER);
        Precision precision = Objects.requireNonNullElse(form.precision(), Precision.FLOAT64);
        NetworkForm network = form.network();
        NetworkSpec spec = new NetworkMapper(bundle.conventions(), root.member("network")).map(network);
        List<LayerParameters<Values>> given =
                new ParametersMapper(KnownShape.of(network), root.member("parameters")).map(form.parameters());
        new RangeCheck(precision).check(network, form, root);
        faults.throwIfAny();
        return new Read(Objects.requireNonNull(spec), precision, Defaults.fill(Objects.requireNonNull(spec), given));
    }
}
