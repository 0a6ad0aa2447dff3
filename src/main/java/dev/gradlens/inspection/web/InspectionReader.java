package dev.gradlens.inspection.web;

import dev.gradlens.check.CheckCost;
import dev.gradlens.check.GradientCheck;
import dev.gradlens.check.Sampling;
import dev.gradlens.inspection.Extra;
import dev.gradlens.inspection.GradientScale;
import dev.gradlens.inspection.Inspection;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.setup.ReadSetup;
import dev.gradlens.wire.setup.SetupReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes an {@link Inspection} of a request. */
final class InspectionReader {
    private final CheckSettings settings;

    InspectionReader(CheckSettings settings) {
        this.settings = settings;
    }

    /** An inspection and how it was understood. */
    record Read(Inspection inspection, EffectiveConventions effective) {}

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong
     */
    Read read(Posted<InspectionForm> posted) {
        InspectionForm form = posted.value();
        ReadSetup read = SetupReader.read(form, posted.faults());
        BackwardRule rule = read.effective().backward();
        GradientScale scale =
                GradientScale.valueOf(read.effective().gradientScale().name());
        Inspection inspection =
                new Inspection(read.setup(), rule, scale, check(form, read.setup(), rule), extras(form));
        return new Read(inspection, read.effective());
    }

    private Optional<GradientCheck> check(InspectionForm form, Setup setup, BackwardRule rule) {
        GradientCheckForm asked = form.gradientCheck();
        if (asked == null) {
            return Optional.of(withinBudget(GradientCheckForm.byDefault().check(), setup, rule));
        }
        return asked.isOff() ? Optional.empty() : Optional.of(asked.check());
    }

    /** A check that nobody asked for looks at as many entries as its budget pays for. */
    private GradientCheck withinBudget(GradientCheck check, Setup setup, BackwardRule rule) {
        int examples = setup.batch().examples();
        int affordable = new CheckCost(setup.spec(), examples)
                .affordable(
                        check.targets().sizes(setup.spec(), examples),
                        (double) settings.unaskedOperations(),
                        rule == BackwardRule.EXACT);
        Sampling sampling = new Sampling(affordable, check.sampling().seed());
        return new GradientCheck(check.oracle(), check.targets(), check.tolerance(), sampling);
    }

    private static Set<Extra> extras(InspectionForm form) {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        Objects.requireNonNullElse(form.include(), List.<Include>of()).forEach(include -> extras.add(include.extra()));
        return extras;
    }
}
