package dev.gradlens.wire.setup;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.initialization.Initialization;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Setup} of a request that may have been read in part, and names whatever does not go together. */
public final class SetupReader {
    private final SetupForm form;
    private final Place root;
    private final Bundle bundle;
    private final Precision precision;
    private final Mode mode;

    private SetupReader(SetupForm form, Faults faults) {
        this.form = form;
        this.root = Place.root(faults);
        this.bundle = Objects.requireNonNullElse(form.conventions(), Bundle.PAPER);
        this.precision = Objects.requireNonNullElse(form.precision(), Precision.FLOAT64);
        this.mode = Objects.requireNonNullElse(form.mode(), Mode.TRAINING);
    }

    /**
     * The setup, once nothing is wrong with the request.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with all faults, those found before included
     */
    public static ReadSetup read(SetupForm form, Faults faults) {
        return new SetupReader(form, faults).read();
    }

    /** What can be told of the setup before it is known whether anything is wrong with the request. */
    public static KnownSetup known(SetupForm form, Faults faults) {
        return new SetupReader(form, faults).known();
    }

    private KnownSetup known() {
        KnownShape shape = KnownShape.of(form.network());
        List<KnownLayer> layers = new ArrayList<>();
        for (int l = 0; l < shape.layers().size(); l++) {
            layers.add(knownLayer(shape, l));
        }
        return new KnownSetup(
                layers,
                shape.inputs(),
                knownExamples(),
                isKnownLayout() ? layout() : null,
                isKnownMode() ? mode : null);
    }

    private KnownLayer knownLayer(KnownShape shape, int l) {
        LayerForm layer = shape.layers().get(l);
        boolean said = layer != null && layer.normalization() != null;
        Place normalization = root.member("network").member("layers").item(l).member("normalization");
        return new KnownLayer(
                layer, layer != null && (said || normalization.isSound()), shape.inputsOf(l), shape.unitsOf(l));
    }

    private ReadSetup read() {
        NetworkForm network = form.network();
        KnownShape shape = KnownShape.of(network);
        NetworkSpec spec = new NetworkMapper(bundle.conventions(), root.member("network")).map(network);
        List<LayerParameters<Values>> given =
                new ParametersMapper(shape, root.member("parameters")).map(form.parameters());
        new ParametersChoice(form, root).requireOne();
        LossName loss = network == null ? null : network.loss();
        ReadBatch batch = new BatchMapper(shape, loss, layout(), root.member("batch")).map(form.batch());
        new SpreadCheck(shape, bundle.conventions(), root.member("network")).check(normalizedExamples());
        new RangeCheck(precision).check(form, root);
        root.faults().throwIfAny();
        return sound(Objects.requireNonNull(spec), given, Objects.requireNonNull(batch));
    }

    private ReadSetup sound(NetworkSpec spec, List<LayerParameters<Values>> given, ReadBatch batch) {
        Initialization initialization =
                form.initialization() == null ? null : form.initialization().initialization();
        return new ReadSetup(
                spec,
                batch.examples(),
                () -> new Setup(spec, parameters(spec, initialization, given), batch.batch(), mode),
                effective(spec, initialization));
    }

    private static List<LayerParameters<Values>> parameters(
            NetworkSpec spec, @Nullable Initialization initialization, List<LayerParameters<Values>> given) {
        return Defaults.fill(spec, initialization == null ? given : initialization.parameters(spec));
    }

    private Layout layout() {
        BatchForm batch = form.batch();
        Layout given = batch == null ? null : batch.layout();
        return Objects.requireNonNullElse(given, bundle.conventions().layout());
    }

    private EffectiveConventions effective(NetworkSpec spec, @Nullable Initialization initialization) {
        ScaleName scale = Objects.requireNonNullElse(
                form.gradientScale(), bundle.conventions().gradientScale());
        BackwardRule backward = Objects.requireNonNullElse(form.backward(), BackwardRule.EXACT);
        InitializationForm given = initialization == null ? null : InitializationForm.of(initialization);
        return EffectiveConventions.of(bundle, spec, given, layout(), scale, precision, mode, backward);
    }

    /** How many examples the statistics of a batch are taken over; null where that is not known or none are taken. */
    private @Nullable Integer normalizedExamples() {
        return isKnownMode() && mode == Mode.TRAINING ? knownExamples() : null;
    }

    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    private @Nullable Integer knownExamples() {
        BatchForm batch = form.batch();
        boolean known = isKnownLayout() && batch != null && batch.x() != null;
        return known ? layout().examples(batch.x().rows(), batch.x().columns()) : null;
    }

    private boolean isKnownMode() {
        return form.mode() != null || root.member("mode").isSound();
    }

    private boolean isKnownLayout() {
        BatchForm batch = form.batch();
        boolean given = batch != null && batch.layout() != null;
        return given
                || (root.member("conventions").isSound()
                        && root.member("batch").member("layout").isSound());
    }
}
