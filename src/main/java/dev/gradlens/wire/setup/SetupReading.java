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
import dev.gradlens.wire.tensors.MatrixInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request that may have been read in part, while a {@link Setup} is made of it. */
final class SetupReading {
    private final SetupForm form;
    private final Place root;
    private final ModelChoice choice;
    private final @Nullable NetworkForm network;
    private final Bundle bundle;
    private final Precision precision;
    private final Mode mode;

    SetupReading(SetupForm form, KnownModels models, Faults faults) {
        this.form = form;
        this.root = Place.root(faults);
        this.choice = new ModelChoice(form, root, models);
        this.network = choice.network();
        this.bundle = Objects.requireNonNullElse(form.conventions(), Bundle.PAPER);
        this.precision = choice.precision();
        this.mode = Objects.requireNonNullElse(form.mode(), Mode.TRAINING);
    }

    KnownSetup known() {
        KnownShape shape = KnownShape.of(network);
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

    ReadSetup read() {
        choice.check();
        KnownShape shape = KnownShape.of(network);
        NetworkSpec spec = new NetworkMapper(bundle.conventions(), root.member("network")).map(network);
        choice.requireFit(spec);
        List<LayerParameters<Values>> given =
                new ParametersMapper(shape, root.member("parameters")).map(form.parameters());
        new ParametersChoice(form, root).requireOne();
        LossName loss = network == null ? null : network.loss();
        ReadBatch batch = standardized(new BatchMapper(shape, loss, layout(), root.member("batch")).map(form.batch()));
        new SpreadCheck(shape, bundle.conventions(), root.member("network")).check(normalizedExamples());
        RangeCheck range = new RangeCheck(precision);
        range.check(network, form, root);
        range.batch(form.batch(), root.member("batch"));
        root.faults().throwIfAny();
        return sound(Objects.requireNonNull(spec), given, Objects.requireNonNull(batch));
    }

    private @Nullable ReadBatch standardized(@Nullable ReadBatch batch) {
        KnownModel model = choice.model();
        if (batch == null || model == null || model.standardization() == null) {
            return batch;
        }
        StandardizedBatch standardizing = new StandardizedBatch(model.standardization(), precision, layout());
        MatrixInput sent = Objects.requireNonNull(form.batch()).x();
        return new ReadBatch(
                standardizing.apply(batch.x(), sent, root.member("batch").member("X")), batch.y());
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

    private List<LayerParameters<Values>> parameters(
            NetworkSpec spec, @Nullable Initialization initialization, List<LayerParameters<Values>> given) {
        KnownModel model = choice.model();
        if (model != null) {
            return model.parameters().get();
        }
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
        return EffectiveConventions.of(bundle, spec, given, form.model(), layout(), scale, precision, mode, backward);
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
