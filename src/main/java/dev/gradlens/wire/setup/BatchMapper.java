package dev.gradlens.wire.setup;

import dev.gradlens.network.Batch;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import dev.gradlens.wire.tensors.IntegersInput;
import dev.gradlens.wire.tensors.MatrixInput;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a batch into rows and its labels into targets, and holds it against the network. */
final class BatchMapper {
    private final KnownShape shape;
    private final @Nullable LossName loss;
    private final Layout layout;
    private final Place batch;

    BatchMapper(KnownShape shape, @Nullable LossName loss, Layout layout, Place batch) {
        this.shape = shape;
        this.loss = loss;
        this.layout = layout;
        this.batch = batch;
    }

    /** The batch; null where something in it is wrong, which then has been said. */
    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    @Nullable
    Batch map(@Nullable BatchForm form) {
        if (form == null) {
            return null;
        }
        Values x = form.x() == null ? null : x(form.x());
        Values y = targets(form, x == null ? null : x.rows());
        return batch.isSound() && x != null && y != null ? new Batch(x, y) : null;
    }

    private Values x(MatrixInput sent) {
        Values x = layout.toRows(sent.rows(), sent.columns(), sent.values());
        Integer inputs = shape.inputs();
        if (inputs != null && inputs != x.columns()) {
            batch.member("X")
                    .fault("has shape %s, expected %s (%s)"
                            .formatted(
                                    sent.shape(), layout.shape(x.rows(), inputs), layout.shape("examples", "inputs")));
        }
        return x;
    }

    private @Nullable Values targets(BatchForm form, @Nullable Integer examples) {
        List<String> given = Stream.of(
                        form.y() == null ? "" : "Y",
                        form.labels() == null ? "" : "labels",
                        form.upstream() == null ? "" : "upstream")
                .filter(name -> !name.isEmpty())
                .toList();
        given.stream()
                .skip(1)
                .forEach(name -> batch.member(name)
                        .fault("stands beside " + given.getFirst() + "; a batch has one of Y, labels and upstream"));
        refuseWrongKind(form);
        if (form.labels() != null) {
            return targetsOf(form.labels(), examples);
        }
        return form.y() != null
                ? likeOutput(form.y(), examples, batch.member("Y"))
                : form.upstream() != null ? likeOutput(form.upstream(), examples, batch.member("upstream")) : missing();
    }

    private @Nullable Values missing() {
        boolean said = Stream.of("Y", "labels", "upstream")
                .anyMatch(name -> !batch.member(name).isSound());
        if (!said && loss != null) {
            String name = loss == LossName.UPSTREAM ? "upstream" : "Y";
            String or = loss.takesClasses() || loss.isBinary() ? " (or labels)" : "";
            batch.member(name).fault("is missing: the loss %s needs %s%s".formatted(WireNames.of(loss), name, or));
        }
        return null;
    }

    private void refuseWrongKind(BatchForm form) {
        if (loss == null) {
            return;
        }
        boolean upstream = loss == LossName.UPSTREAM;
        refuse(form.upstream() != null && !upstream, "upstream", "belongs to the loss upstream, not to ");
        refuse(form.y() != null && upstream, "Y", "does not belong to the loss ");
        boolean labels = loss.takesClasses() || loss.isBinary();
        refuse(form.labels() != null && !labels, "labels", "does not belong to the loss ");
    }

    private void refuse(boolean wrong, String name, String why) {
        if (wrong && loss != null) {
            batch.member(name).fault(why + WireNames.of(loss));
        }
    }

    /** Y or upstream, which have the shape of the last layer's A. */
    private Values likeOutput(MatrixInput sent, @Nullable Integer examples, Place place) {
        Values values = layout.toRows(sent.rows(), sent.columns(), sent.values());
        Integer outputs = shape.outputs();
        boolean fits =
                (outputs == null || outputs == values.columns()) && (examples == null || examples == values.rows());
        if (!fits) {
            String expected = layout.shape(KnownShape.inWords(examples), KnownShape.inWords(outputs));
            place.fault("has shape %s, expected %s (%s), as A of the last layer"
                    .formatted(sent.shape(), expected, layout.shape("examples", "outputs")));
        }
        return values;
    }

    private @Nullable Values targetsOf(IntegersInput labels, @Nullable Integer examples) {
        Place place = batch.member("labels");
        int[] classes = labels.values();
        Integer outputs = shape.outputs();
        if (examples != null && examples != classes.length) {
            place.fault("has %d entries, expected %d (examples)".formatted(classes.length, examples));
        }
        if (outputs == null || loss == null || !place.isSound()) {
            return null;
        }
        if (loss.isBinary() && outputs != 1) {
            place.fault("needs a single output for the loss %s, but the last layer has %d units; give Y"
                    .formatted(WireNames.of(loss), outputs));
        }
        checkRange(classes, loss.isBinary() ? 2 : outputs, place);
        if (!place.isSound()) {
            return null;
        }
        return loss.isBinary() ? column(classes) : oneHot(classes, outputs);
    }

    private static void checkRange(int[] classes, int count, Place place) {
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < 0 || classes[i] >= count) {
                place.item(i).fault("must be a class from 0 to %d, got %d".formatted(count - 1, classes[i]));
            }
        }
    }

    private static Values column(int[] classes) {
        double[] y = Arrays.stream(classes).asDoubleStream().toArray();
        return new Values(y.length, 1, y);
    }

    private static Values oneHot(int[] classes, int outputs) {
        double[] y = new double[Math.multiplyExact(classes.length, outputs)];
        for (int i = 0; i < classes.length; i++) {
            y[i * outputs + Objects.checkIndex(classes[i], outputs)] = 1;
        }
        return new Values(classes.length, outputs, y);
    }
}
