package dev.gradlens.training.web;

import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.Datasets;
import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Targets;
import dev.gradlens.network.Batch;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import dev.gradlens.wire.setup.LossName;
import dev.gradlens.wire.setup.ReadStart;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds what a training is on, and holds it against the network. */
final class DataReader {
    private final Datasets datasets;
    private final ReadStart start;
    private final Place root;

    DataReader(Datasets datasets, ReadStart start, Place root) {
        this.datasets = datasets;
        this.start = start;
        this.root = root;
    }

    /**
     * Examples to train on.
     *
     * @param rows how many
     * @param sha256 of their file, once there is one
     */
    record Found(int rows, Supplier<String> sha256) {}

    /** Null where something is wrong with them, which then has been said. */
    @Nullable
    Found read(@Nullable DataForm form) {
        Place data = root.member("data");
        if (form == null) {
            return null;
        }
        if (form.dataset() != null && form.batch() != null) {
            data.member("batch").fault("stands beside dataset; a training is on one of both");
            return null;
        }
        if (form.dataset() != null) {
            return named(form.dataset(), data.member("dataset"));
        }
        if (form.batch() == null && data.isSound()) {
            data.member("dataset").fault("is missing; give dataset or batch");
        }
        Supplier<Batch> batch = start.batch();
        return batch == null ? null : given(batch);
    }

    private Found given(Supplier<Batch> later) {
        Batch batch = later.get();
        return new Found(
                batch.examples(), () -> datasets.keep(new Examples(batch.x(), new Targets.Numbers(batch.y()))));
    }

    private @Nullable Found named(String id, Place place) {
        Optional<Dataset> known = datasets.find(id);
        if (known.isEmpty()) {
            place.fault("There is no data set " + Echo.of(id));
            return null;
        }
        Examples examples = datasets.examples(known.get().sha256());
        Targets targets = aimedAt(examples.targets(), known.get().classNames(), place);
        hold(examples.x(), id);
        hold(targets, place);
        Supplier<String> sha256 = targets.equals(examples.targets())
                ? known.get()::sha256
                : () -> datasets.keep(new Examples(examples.x(), targets));
        return place.isSound() ? new Found(examples.x().rows(), sha256) : null;
    }

    /** Numbers that were taken for classes are numbers again where a single output is to come near to them. */
    private Targets aimedAt(Targets targets, List<String> names, Place place) {
        boolean regression =
                start.loss() == LossName.MEAN_SQUARED_ERROR || start.loss() == LossName.HALF_MEAN_SQUARED_ERROR;
        boolean single = start.outputs() != null && start.outputs() == 1;
        if (!regression || !single || names.isEmpty() || !(targets instanceof Targets.Classes(int[] labels))) {
            return targets;
        }
        try {
            double[] numbers = names.stream().mapToDouble(Double::parseDouble).toArray();
            double[] y =
                    Arrays.stream(labels).mapToDouble(label -> numbers[label]).toArray();
            return new Targets.Numbers(new Values(y.length, 1, y));
        } catch (NumberFormatException words) {
            place.fault("has classes that are words, to which a single output under the loss %s cannot come near"
                    .formatted(WireNames.of(Objects.requireNonNull(start.loss()))));
            return targets;
        }
    }

    private void hold(Values x, String id) {
        Integer inputs = start.inputs();
        if (inputs != null && inputs != x.columns()) {
            root.member("network")
                    .member("inputs")
                    .fault("is %d, but the data set %s has %d features".formatted(inputs, Echo.of(id), x.columns()));
        }
    }

    private void hold(Targets targets, Place place) {
        LossName loss = start.loss();
        Integer outputs = start.outputs();
        if (loss == null || outputs == null) {
            return;
        }
        if (loss == LossName.UPSTREAM) {
            place.fault("has no upstream gradient, which the loss upstream needs; give batch");
            return;
        }
        String wrong = switch (targets) {
            case Targets.None() -> "has no targets, so that there is nothing to learn from it";
            case Targets.Numbers(Values y) -> numbers(y, outputs);
            case Targets.Classes(int[] labels) -> classes(labels, loss, outputs);
        };
        if (!wrong.isEmpty()) {
            place.fault(wrong);
        }
    }

    private static String numbers(Values y, int outputs) {
        return y.columns() == outputs
                ? ""
                : "has targets of %d numbers, but the last layer has %d units".formatted(y.columns(), outputs);
    }

    private static String classes(int[] labels, LossName loss, int outputs) {
        int classes = 1 + Arrays.stream(labels).max().orElse(0);
        boolean binary = loss == LossName.BINARY_CROSS_ENTROPY || loss == LossName.SIGMOID_BINARY_CROSS_ENTROPY;
        if (outputs == 1 && (binary ? classes > 2 : takesClasses(loss))) {
            return "has %d classes, which a single output under the loss %s cannot tell"
                    .formatted(classes, WireNames.of(loss));
        }
        return outputs > 1 && classes > outputs
                ? "has %d classes, but the last layer has %d units".formatted(classes, outputs)
                : "";
    }

    private static boolean takesClasses(LossName loss) {
        return loss == LossName.CROSS_ENTROPY || loss == LossName.SOFTMAX_CROSS_ENTROPY;
    }
}
