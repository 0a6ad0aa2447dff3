package dev.gradlens.inspection;

import dev.gradlens.check.GradientCheck;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Precision;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to see of one batch.
 *
 * @param precision in which everything is computed
 * @param setup the network, its parameters, the batch, whose numbers are rounded to the precision
 * @param rule how backward treats normalizations
 * @param scale of what the gradients are
 * @param check how they are checked; empty if they are not
 * @param extras what else is shown
 */
public record Inspection(
        Precision precision,
        Setup setup,
        BackwardRule rule,
        GradientScale scale,
        Optional<GradientCheck> check,
        Set<Extra> extras) {
    public Inspection {
        setup = setup.rounded(precision);
        extras = Set.copyOf(extras);
    }
}
