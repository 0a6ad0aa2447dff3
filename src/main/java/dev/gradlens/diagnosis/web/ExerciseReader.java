package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.setup.ReadSetup;
import dev.gradlens.wire.setup.ScaleName;
import dev.gradlens.wire.setup.SetupForm;
import dev.gradlens.wire.setup.SetupReader;
import java.util.function.Supplier;

/** Makes an {@link Exercise} of a request. */
final class ExerciseReader {
    private final SetupReader setups;

    ExerciseReader(SetupReader setups) {
        this.setups = setups;
    }

    /**
     * An exercise that may be done.
     *
     * @param work what it costs to judge one submission
     * @param later makes it
     * @param effective how the request was understood
     */
    record Read(Work work, Supplier<Exercise> later, EffectiveConventions effective) {
        Exercise exercise() {
            return later.get();
        }
    }

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong, what was found before included
     */
    Read read(SetupForm form, Faults faults) {
        BackwardRule backward = form.backward();
        if (backward != null && backward != BackwardRule.EXACT) {
            Place.root(faults)
                    .member("backward")
                    .fault("must be exact, since a diagnosis is against the true gradient; got "
                            + WireNames.of(backward));
        }
        ReadSetup read = setups.read(form, faults);
        EffectiveConventions effective = read.effective();
        boolean meanInParameters = effective.gradientScale() == ScaleName.MEAN_IN_PARAMETERS;
        return new Read(
                DiagnosisWork.of(read.spec(), read.examples()),
                () -> new Exercise(read.setup().rounded(effective.precision()), meanInParameters),
                effective);
    }
}
