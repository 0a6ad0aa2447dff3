package dev.gradlens.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be said of one tensor.
 *
 * @param site which one
 * @param sent whether it was sent; if not, it is known from what it left in others
 * @param residual ‖yours − expected‖ / ‖expected‖, with the true tensor expected, or the right one given what it follows from;
 *     NaN where yours is not finite
 * @param mistakes those that reproduce the numbers within the rounding, best first
 * @param indistinguishable those that give the same numbers within the rounding on this batch, the first mistake included;
 *     empty where it is alone
 * @param partedBy a batch on which they differ
 * @param followsFrom the wrong tensors given which this one is right
 * @param notExcluded mistakes whose effect here is below the rounding
 * @param combinations two mistakes at once, where no single one fits
 * @param fit the coefficients of the three paths, where no catalogued mistake matches dZ
 * @param reason why nothing more can be said
 * @param worst the entries that are farthest off
 */
public record Finding(
        Site site,
        boolean sent,
        Verdict verdict,
        double residual,
        List<Named> mistakes,
        List<Suspect> indistinguishable,
        Optional<PartingBatch> partedBy,
        List<Site> followsFrom,
        Set<Mistake> notExcluded,
        List<Combination> combinations,
        Optional<Fit> fit,
        Optional<String> reason,
        List<Worst> worst) {

    /** The same, with one tensor that it follows from exchanged for another. */
    public Finding followingInstead(Site cause, Site other) {
        if (!followsFrom.contains(cause)) {
            return this;
        }
        List<Site> causes = followsFrom.stream()
                .map(site -> site.equals(cause) ? other : site)
                .distinct()
                .toList();
        return new Finding(
                site,
                sent,
                verdict,
                residual,
                mistakes,
                indistinguishable,
                partedBy,
                causes,
                notExcluded,
                combinations,
                fit,
                reason,
                worst);
    }

    /** The same, with a convention named that is not the declared one. */
    public Finding withConvention(Mistake convention, String why) {
        return new Finding(
                site,
                sent,
                verdict,
                residual,
                List.of(new Named(convention, residual, Optional.empty())),
                indistinguishable,
                partedBy,
                followsFrom,
                notExcluded,
                combinations,
                fit,
                Optional.of(why),
                worst);
    }

    /**
     * A mistake that reproduces a tensor.
     *
     * @param residual ‖yours − the mistake's‖ / ‖the mistake's‖
     * @param detail which reading of it, where it has several; such as the constant
     */
    public record Named(Mistake mistake, double residual, Optional<String> detail) {}

    /** A mistake, and where it would have been made. */
    public record Suspect(Mistake mistake, Site site) {}

    /** Two mistakes at once. */
    public record Combination(List<Suspect> mistakes, double residual) {}

    /**
     * An entry.
     *
     * @param row from 0
     * @param column from 0
     */
    public record Worst(int row, int column, double yours, double expected) {}
}
