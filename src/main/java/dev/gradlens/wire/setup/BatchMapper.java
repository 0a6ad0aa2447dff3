package dev.gradlens.wire.setup;

import dev.gradlens.tensor.Values;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import dev.gradlens.wire.tensors.MatrixInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
        Map<Boolean, List<String>> given = given(form).collect(Collectors.partitioningBy(this::fits));
        given.getOrDefault(false, List.of()).forEach(this::refuseKind);
        requireOne(given.getOrDefault(true, List.of()));
        if (form.labels() != null) {
            return new LabelsMapper(shape.outputs(), loss, batch.member("labels")).map(form.labels(), examples);
        }
        if (form.y() != null) {
            return likeOutput(form.y(), examples, batch.member("Y"));
        }
        return form.upstream() == null ? null : likeOutput(form.upstream(), examples, batch.member("upstream"));
    }

    private static Stream<String> given(BatchForm form) {
        return Stream.of(
                        form.y() == null ? "" : "Y",
                        form.labels() == null ? "" : "labels",
                        form.upstream() == null ? "" : "upstream")
                .filter(name -> !name.isEmpty());
    }

    private boolean fits(String name) {
        if (loss == null) {
            return true;
        }
        return switch (name) {
            case "upstream" -> loss == LossName.UPSTREAM;
            case "labels" -> loss.takesLabels();
            default -> loss != LossName.UPSTREAM;
        };
    }

    private void refuseKind(String name) {
        String why = name.equals("upstream") ? "belongs to the loss upstream, not to " : "does not belong to the loss ";
        batch.member(name).fault(why + WireNames.of(Objects.requireNonNull(loss)));
    }

    private void requireOne(List<String> fitting) {
        if (fitting.isEmpty()) {
            requireAny();
        }
        fitting.stream()
                .skip(1)
                .forEach(name -> batch.member(name)
                        .fault("stands beside " + fitting.getFirst() + "; a batch has one of Y, labels and upstream"));
    }

    private void requireAny() {
        boolean said = Stream.of("Y", "labels", "upstream")
                .anyMatch(name -> fits(name) && !batch.member(name).isSound());
        if (!said && loss != null) {
            String name = loss == LossName.UPSTREAM ? "upstream" : "Y";
            String or = loss.takesLabels() ? " (or labels)" : "";
            batch.member(name).fault("is missing: the loss %s needs %s%s".formatted(WireNames.of(loss), name, or));
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
