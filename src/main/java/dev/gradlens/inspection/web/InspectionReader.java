package dev.gradlens.inspection.web;

import dev.gradlens.check.CheckCost;
import dev.gradlens.check.GradientCheck;
import dev.gradlens.check.Sampling;
import dev.gradlens.inspection.Extra;
import dev.gradlens.inspection.GradientScale;
import dev.gradlens.inspection.Inspection;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.setup.KnownSetup;
import dev.gradlens.wire.setup.ReadSetup;
import dev.gradlens.wire.setup.SetupReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes an {@link Inspection} of a request. */
final class InspectionReader {
    private final SetupReader setups;
    private final CheckSettings settings;

    InspectionReader(SetupReader setups, CheckSettings settings) {
        this.setups = setups;
        this.settings = settings;
    }

    /**
     * An inspection that may be made.
     *
     * @param work what it will cost
     * @param later makes it
     * @param effective how the request was understood
     * @param tensors which tensors are shown, and how
     */
    record Read(Work work, Supplier<Inspection> later, EffectiveConventions effective, TensorChoice tensors) {
        Inspection inspection() {
            return later.get();
        }
    }

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong
     */
    Read read(Posted<InspectionForm> posted) {
        InspectionForm form = posted.value();
        TensorChoice tensors = tensors(form, setups.known(form, posted.faults()), posted.faults());
        ReadSetup read = setups.read(form, posted.faults());
        Outline outline = outline(form, read, tensors);
        GradientScale scale =
                GradientScale.valueOf(read.effective().gradientScale().name());
        return new Read(
                InspectionWork.of(outline),
                () -> new Inspection(
                        outline.precision(), read.setup(), outline.rule(), scale, outline.check(), outline.extras()),
                read.effective(),
                tensors);
    }

    private static TensorChoice tensors(InspectionForm form, KnownSetup known, Faults faults) {
        Integer layers = known.layers().isEmpty() ? null : known.layers().size();
        return TensorChoice.read(form.tensors(), layers, Place.root(faults).member("tensors"));
    }

    private Outline outline(InspectionForm form, ReadSetup read, TensorChoice tensors) {
        BackwardRule rule = read.effective().backward();
        return new Outline(
                read.spec(),
                read.examples(),
                read.effective().precision(),
                rule,
                check(form, read, rule),
                extras(form),
                tensors);
    }

    private Optional<GradientCheck> check(InspectionForm form, ReadSetup read, BackwardRule rule) {
        GradientCheckForm asked = form.gradientCheck();
        if (asked == null) {
            return Optional.of(withinBudget(
                    GradientCheckForm.byDefault().check(read.effective().precision()), read, rule));
        }
        return asked.isOff()
                ? Optional.empty()
                : Optional.of(asked.check(read.effective().precision()));
    }

    /** A check that nobody asked for looks at as many entries as its budget pays for. */
    private GradientCheck withinBudget(GradientCheck check, ReadSetup read, BackwardRule rule) {
        int affordable = new CheckCost(read.spec(), read.examples(), check.method())
                .affordable(
                        check.targets().sizes(read.spec(), read.examples()),
                        (double) settings.unaskedOperations(),
                        rule == BackwardRule.EXACT);
        return check.with(new Sampling(affordable, check.sampling().seed()));
    }

    private static Set<Extra> extras(InspectionForm form) {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        Objects.requireNonNullElse(form.include(), List.<Include>of()).forEach(include -> extras.add(include.extra()));
        if (form.initialization() != null || form.model() != null) {
            extras.add(Extra.PARAMETERS);
        }
        return extras;
    }
}
