package dev.gradlens.wire.setup;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.initialization.Initialization;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.bind.Place;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a training begins with, of a request that may have been read in part, and names whatever does not go together. */
public final class StartReader {
    /** For relu, which most networks have; what is not asked for is the same each time. */
    private static final InitializationForm INITIALIZATION =
            new InitializationForm(Initialization.Scheme.HE, null, null);

    private final StartForm form;
    private final Place root;
    private final Bundle bundle;
    private final KnownShape shape;

    public StartReader(StartForm form, Place root) {
        this.form = form;
        this.root = root;
        this.bundle = Objects.requireNonNullElse(form.conventions(), Bundle.PAPER);
        this.shape = KnownShape.of(form.network());
    }

    /**
     * Reads it, and the batch where the request has one.
     *
     * @param batch examples that the request holds
     * @param data the place in which {@code batch} stands
     */
    public ReadStart read(@Nullable BatchForm batch, Place data) {
        NetworkForm network = form.network();
        NetworkSpec spec = new NetworkMapper(bundle.conventions(), root.member("network")).map(network);
        List<LayerParameters<Values>> given =
                new ParametersMapper(shape, root.member("parameters")).map(form.parameters());
        if (form.parameters() != null && form.initialization() != null) {
            root.member("initialization").fault("stands beside parameters; a training begins with one of them");
        }
        ReadBatch examples = new BatchMapper(shape, loss(network), layout(batch), data.member("batch")).map(batch);
        RangeCheck range = new RangeCheck(Objects.requireNonNullElse(form.precision(), Precision.FLOAT64));
        range.check(network, form, root);
        range.batch(batch, data.member("batch"));
        InitializationForm initialization =
                form.parameters() == null ? Objects.requireNonNullElse(form.initialization(), INITIALIZATION) : null;
        return new ReadStart(
                spec,
                shape.inputs(),
                shape.outputs(),
                loss(network),
                () -> parameters(Objects.requireNonNull(spec), initialization, given),
                initialization == null ? null : InitializationForm.of(initialization.initialization()),
                examples == null ? null : examples::batch);
    }

    /** Refuses an unbiased variance of a single value, which batch normalization takes over a batch of so many examples. */
    public void requireSpread(int smallestBatch) {
        new SpreadCheck(shape, bundle.conventions(), root.member("network")).check(smallestBatch);
    }

    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    private static @Nullable LossName loss(@Nullable NetworkForm network) {
        return network == null ? null : network.loss();
    }

    private Layout layout(@Nullable BatchForm batch) {
        Layout given = batch == null ? null : batch.layout();
        return Objects.requireNonNullElse(given, bundle.conventions().layout());
    }

    private static List<LayerParameters<Values>> parameters(
            NetworkSpec spec, @Nullable InitializationForm initialization, List<LayerParameters<Values>> given) {
        return Defaults.fill(
                spec,
                initialization == null ? given : initialization.initialization().parameters(spec));
    }
}
