package dev.gradlens.wire.setup;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Setup} of a request that may have been read in part, and names whatever does not go together. */
public final class SetupReader {
    private final SetupForm form;
    private final Place root;
    private final Bundle bundle;
    private final Mode mode;

    private SetupReader(SetupForm form, Faults faults) {
        this.form = form;
        this.root = Place.root(faults);
        this.bundle = Objects.requireNonNullElse(form.conventions(), Bundle.PAPER);
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

    private ReadSetup read() {
        NetworkForm network = form.network();
        KnownShape shape = KnownShape.of(network);
        NetworkSpec spec = new NetworkMapper(bundle.conventions(), root.member("network")).map(network);
        List<LayerParameters<Values>> parameters =
                new ParametersMapper(shape, root.member("parameters")).map(form.parameters());
        requireParameters();
        LossName loss = network == null ? null : network.loss();
        ReadBatch batch = new BatchMapper(shape, loss, layout(), root.member("batch")).map(form.batch());
        checkSpread(spec, batch);
        root.faults().throwIfAny();
        return sound(Objects.requireNonNull(spec), parameters, Objects.requireNonNull(batch));
    }

    private ReadSetup sound(NetworkSpec spec, List<LayerParameters<Values>> parameters, ReadBatch batch) {
        return new ReadSetup(
                spec,
                batch.examples(),
                () -> new Setup(spec, Defaults.fill(spec, parameters), batch.batch(), mode),
                effective(spec));
    }

    private void requireParameters() {
        boolean otherwise = !root.member("initialization").isSound()
                || !root.member("model").isSound();
        if (form.parameters() == null && !otherwise) {
            root.member("parameters").fault("is missing");
        }
    }

    private Layout layout() {
        BatchForm batch = form.batch();
        Layout given = batch == null ? null : batch.layout();
        return Objects.requireNonNullElse(given, bundle.conventions().layout());
    }

    private EffectiveConventions effective(NetworkSpec spec) {
        ScaleName scale = Objects.requireNonNullElse(
                form.gradientScale(), bundle.conventions().gradientScale());
        BackwardRule backward = Objects.requireNonNullElse(form.backward(), BackwardRule.EXACT);
        return EffectiveConventions.of(bundle, spec, layout(), scale, mode, backward);
    }

    /** An unbiased variance needs two values. */
    private void checkSpread(@Nullable NetworkSpec spec, @Nullable ReadBatch batch) {
        if (spec == null) {
            return;
        }
        for (int l = 0; l < spec.layers().size(); l++) {
            LayerSpec layer = spec.layers().get(l);
            Integer examples = batch == null || mode == Mode.INFERENCE ? null : batch.examples();
            if (layer.normalization() instanceof BatchNorm norm) {
                refuseSingle(norm.varianceEstimator(), examples, l, "over a batch of one example");
            }
            if (layer.normalization() instanceof LayerNorm norm) {
                refuseSingle(norm.varianceEstimator(), spec.unitsOf(l), l, "over a layer of one unit");
            }
        }
    }

    private void refuseSingle(VarianceEstimator estimator, @Nullable Integer count, int layer, String where) {
        if (estimator == VarianceEstimator.UNBIASED && count != null && count == 1) {
            root.member("network")
                    .member("layers")
                    .item(layer)
                    .member("normalization")
                    .member("varianceEstimator")
                    .fault("unbiased divides by one less than the number of values, which is 0 " + where);
        }
    }
}
