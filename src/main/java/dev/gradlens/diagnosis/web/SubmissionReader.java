package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Submission;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Count;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.setup.KnownLayer;
import dev.gradlens.wire.setup.KnownSetup;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.tensors.ComputedInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what somebody sent against the network that it is of, and turns it into rows. Safe for use by many threads. */
final class SubmissionReader {
    private static final String GRADIENTS = "gradients";
    private static final String FORWARD = "forward";
    private static final String LAYERS = "layers";

    private final KnownSetup known;
    private final Layout layout;

    SubmissionReader(KnownSetup known) {
        this.known = known;
        this.layout = Objects.requireNonNullElse(known.layout(), Layout.ROWS);
    }

    /** The submission; of no use where something is wrong, which then has been said. */
    Submission read(SentForm form, Faults faults) {
        Place root = Place.root(faults);
        Map<Site, Values> tensors = new LinkedHashMap<>();
        if (form.forward() != null) {
            readLayers(form.forward().layers(), root.member(FORWARD).member(LAYERS), tensors);
        }
        if (form.gradients() != null) {
            readLayers(form.gradients().layers(), root.member(GRADIENTS).member(LAYERS), tensors);
            readDX(form.gradients().dX(), root.member(GRADIENTS).member("dX"), tensors);
        }
        requireAny(form, root);
        Optional<Rounding> rounding =
                Optional.ofNullable(form.rounding()).flatMap(given -> given.rounding(root.member("rounding")));
        return new Submission(tensors, rounding);
    }

    private static void requireAny(SentForm form, Place root) {
        Place gradients = root.member(GRADIENTS);
        boolean any = hasAny(form.forward() == null ? null : form.forward().layers())
                || hasAny(form.gradients() == null ? null : form.gradients().layers())
                || (form.gradients() != null && form.gradients().dX() != null);
        if (!any && gradients.isSound() && root.member(FORWARD).isSound()) {
            gradients.fault("holds no tensor, and neither does forward; at least one has to be sent");
        }
    }

    @SuppressWarnings("NullAway") // An item of a list that could not be read is null.
    private static boolean hasAny(@Nullable List<? extends SentLayer> layers) {
        return layers != null
                && layers.stream()
                        .filter(Objects::nonNull)
                        .anyMatch(layer -> !layer.tensors().isEmpty());
    }

    private void readDX(@Nullable ComputedInput dX, Place place, Map<Site, Values> tensors) {
        if (dX != null) {
            examples(known.inputs(), "inputs").check(dX, place);
            tensors.put(Site.D_X, values(Step.D_A, dX));
        }
    }

    @SuppressWarnings("NullAway") // An item of a list that could not be read is null.
    private void readLayers(@Nullable List<? extends SentLayer> layers, Place place, Map<Site, Values> tensors) {
        for (int l = 0; layers != null && l < layers.size(); l++) {
            if (l >= known.layers().size() && !known.layers().isEmpty()) {
                String count = Count.of(known.layers().size(), "layer", "layers");
                place.item(l).fault("is an entry too many: the network has " + count);
            } else if (layers.get(l) != null && !known.layers().isEmpty()) {
                readLayer(l, layers.get(l), place.item(l), tensors);
            }
        }
    }

    private void readLayer(int l, SentLayer sent, Place place, Map<Site, Values> tensors) {
        LayerCheck check = new LayerCheck(known.layers().get(l), known.mode());
        sent.tensors().forEach((step, tensor) -> {
            Place field = place.member(StepNames.of(step));
            String absence = check.absence(step);
            if (absence == null) {
                shape(check, step).check(tensor, field);
                tensors.put(new Site(l, step), values(step, tensor));
            } else {
                field.fault("does not belong here: " + absence);
            }
        });
    }

    private ShapeCheck shape(LayerCheck check, Step step) {
        KnownLayer layer = check.layer();
        if (step == Step.D_W) {
            return new ShapeCheck(layer.units(), layer.inputs(), "units × inputs");
        }
        if (step.hasExamples()) {
            return examples(layer.units(), "units");
        }
        boolean ofStatistics = step == Step.MU || step == Step.SIGMA2 || step == Step.D_MU || step == Step.D_SIGMA2;
        return ofStatistics && check.hasStatisticsOfExamples()
                ? new ShapeCheck(1, known.examples(), "examples")
                : new ShapeCheck(1, layer.units(), "units");
    }

    private ShapeCheck examples(@Nullable Integer features, String name) {
        return layout == Layout.ROWS
                ? new ShapeCheck(known.examples(), features, "examples × " + name)
                : new ShapeCheck(features, known.examples(), name + " × examples");
    }

    private Values values(Step step, ComputedInput sent) {
        return step.hasExamples()
                ? layout.toRows(sent.rows(), sent.columns(), sent.values())
                : new Values(sent.rows(), sent.columns(), sent.values());
    }
}
