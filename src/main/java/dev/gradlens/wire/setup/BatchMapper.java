package dev.gradlens.wire.setup;

import dev.gradlens.tensor.Values;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import dev.gradlens.wire.tensors.MatrixInput;
import java.util.List;
import java.util.function.Supplier;
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
    ReadBatch map(@Nullable BatchForm form) {
        if (form == null) {
            return null;
        }
        Values x = form.x() == null ? null : x(form.x());
        Supplier<Values> y = targets(form, x == null ? null : x.rows());
        return batch.isSound() && x != null && y != null ? new ReadBatch(x, y) : null;
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

    private @Nullable Supplier<Values> targets(BatchForm form, @Nullable Integer examples) {
        refuseSeveral(form);
        refuseWrongKind(form);
        requireRightKind(form);
        if (form.labels() != null) {
            return new LabelsMapper(shape.outputs(), loss, batch.member("labels")).map(form.labels(), examples);
        }
        if (form.y() != null) {
            return likeOutput(form.y(), examples, batch.member("Y"));
        }
        return form.upstream() == null ? null : likeOutput(form.upstream(), examples, batch.member("upstream"));
    }

    private void refuseSeveral(BatchForm form) {
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
    }

    private void requireRightKind(BatchForm form) {
        if (loss == null) {
            return;
        }
        boolean upstream = loss == LossName.UPSTREAM;
        String name = upstream ? "upstream" : "Y";
        boolean given =
                (upstream ? form.upstream() : form.y()) != null || (loss.takesLabels() && form.labels() != null);
        boolean said = !batch.member(name).isSound()
                || (loss.takesLabels() && !batch.member("labels").isSound());
        if (!given && !said) {
            String or = loss.takesLabels() ? " (or labels)" : "";
            batch.member(name).fault("is missing: the loss %s needs %s%s".formatted(WireNames.of(loss), name, or));
        }
    }

    private void refuseWrongKind(BatchForm form) {
        if (loss == null) {
            return;
        }
        boolean upstream = loss == LossName.UPSTREAM;
        refuse(form.upstream() != null && !upstream, "upstream", "belongs to the loss upstream, not to ");
        refuse(form.y() != null && upstream, "Y", "does not belong to the loss ");
        refuse(form.labels() != null && !loss.takesLabels(), "labels", "does not belong to the loss ");
    }

    private void refuse(boolean wrong, String name, String why) {
        if (wrong && loss != null) {
            batch.member(name).fault(why + WireNames.of(loss));
        }
    }

    /** Y or upstream, which have the shape of the last layer's A. */
    private Supplier<Values> likeOutput(MatrixInput sent, @Nullable Integer examples, Place place) {
        Values values = layout.toRows(sent.rows(), sent.columns(), sent.values());
        Integer outputs = shape.outputs();
        boolean fits =
                (outputs == null || outputs == values.columns()) && (examples == null || examples == values.rows());
        if (!fits) {
            String expected = layout.shape(KnownShape.inWords(examples), KnownShape.inWords(outputs));
            place.fault("has shape %s, expected %s (%s), as A of the last layer"
                    .formatted(sent.shape(), expected, layout.shape("examples", "outputs")));
        }
        return () -> values;
    }
}
