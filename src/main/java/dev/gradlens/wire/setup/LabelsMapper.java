package dev.gradlens.wire.setup;

import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Count;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import dev.gradlens.wire.tensors.IntegersInput;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns class numbers into targets. */
final class LabelsMapper {
    private final @Nullable Integer outputs;
    private final @Nullable LossName loss;
    private final Place place;

    LabelsMapper(@Nullable Integer outputs, @Nullable LossName loss, Place place) {
        this.outputs = outputs;
        this.loss = loss;
        this.place = place;
    }

    /** The targets; null where something in the labels is wrong, which then has been said. */
    @Nullable
    Supplier<Values> map(IntegersInput labels, @Nullable Integer examples) {
        int count = labels.values().size();
        if (examples != null && examples != count) {
            place.fault("has %s, expected %d (examples)".formatted(Count.of(count, "entry", "entries"), examples));
        }
        if (outputs == null || loss == null || !loss.takesLabels()) {
            return null;
        }
        return loss.isBinary() ? binary(labels, outputs, loss) : classes(labels, outputs);
    }

    private @Nullable Supplier<Values> binary(IntegersInput labels, int units, LossName binary) {
        if (units != 1) {
            place.fault("needs a single output for the loss %s, but the last layer has %d units; give Y"
                    .formatted(WireNames.of(binary), units));
            return null;
        }
        return areClasses(labels, 2) ? () -> column(labels) : null;
    }

    private @Nullable Supplier<Values> classes(IntegersInput labels, int units) {
        return areClasses(labels, units) ? () -> oneHot(labels, units) : null;
    }

    private boolean areClasses(IntegersInput labels, int count) {
        for (int i = 0; i < labels.values().size(); i++) {
            Integer label = labels.values().get(i);
            if (label != null && (label < 0 || label >= count)) {
                labels.fault(place, i, "must be a class from 0 to %d, got %d".formatted(count - 1, label));
            }
        }
        return place.isSound();
    }

    private static Values column(IntegersInput labels) {
        double[] y = new double[labels.values().size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = label(labels, i);
        }
        return new Values(y.length, 1, y);
    }

    private static Values oneHot(IntegersInput labels, int classes) {
        int examples = labels.values().size();
        double[] y = new double[Math.multiplyExact(examples, classes)];
        for (int i = 0; i < examples; i++) {
            y[i * classes + label(labels, i)] = 1;
        }
        return new Values(examples, classes, y);
    }

    private static int label(IntegersInput labels, int i) {
        return Objects.requireNonNull(labels.values().get(i));
    }
}
