package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.OtherConventions;
import dev.gradlens.diagnosis.OtherConventions.ParameterMean;
import dev.gradlens.diagnosis.world.Effort;
import dev.gradlens.diagnosis.world.World;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.KernelsProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds conventions other than the declared ones under which everything that was sent is right. */
final class OtherReadings {
    /** Those that libraries have as their defaults, and none at all. */
    private static final double[] EPSILONS = {1e-5, 1e-3, 1e-8, 1e-6, 1e-12, 1e-7, 1e-4, 0};

    private final Exercise exercise;
    private final KernelsProvider provider;
    private final Effort effort;
    private final Map<Variant, World> worlds = new HashMap<>();
    private final Map<Variant, List<Reading>> readings = new HashMap<>();

    OtherReadings(Exercise exercise, KernelsProvider provider) {
        this.exercise = exercise;
        this.provider = provider;
        this.effort = new Effort(exercise);
    }

    /** Those that change least come first, and one that changes more than another that will do is left out. */
    List<OtherConventions> of(Variant shown, Variant declared, List<Sent> sent, Comparison comparison) {
        effort.renew();
        List<OtherConventions> found = new ArrayList<>();
        if (sent.stream().anyMatch(Sent::isTransposed)) {
            return found;
        }
        for (Reading reading : readings.computeIfAbsent(shown, any -> readings(any, declared))) {
            Variant variant = reading.variant();
            OtherConventions change = reading.change();
            boolean isCovered = found.stream().anyMatch(less -> isPartOf(less, change));
            if (effort.isSpent()) {
                break;
            }
            if (!variant.equals(shown) && !isCovered && isRight(variant, sent, comparison)) {
                found.add(change);
            }
        }
        return found;
    }

    private record Reading(Variant variant, OtherConventions change) {}

    private static List<Reading> readings(Variant shown, Variant declared) {
        return around(shown).stream()
                .map(variant -> new Reading(variant, change(declared, variant)))
                .toList();
    }

    private boolean isRight(Variant variant, List<Sent> sent, Comparison comparison) {
        World world = worlds.computeIfAbsent(variant, any -> World.right(any.applied(exercise), provider, effort));
        return sent.stream().allMatch(tensor -> comparison.fits(tensor, world.at(tensor.site())));
    }

    private static Set<Variant> around(Variant shown) {
        Set<Variant> variants = new LinkedHashSet<>();
        for (Variant scaled : List.of(shown, shown.withScale(!shown.meanInParameters()))) {
            for (Variant estimated : List.of(scaled, scaled.withAll(OtherReadings::otherEstimator))) {
                for (Variant placed : List.of(estimated, estimated.withAll(OtherReadings::otherPlacement))) {
                    variants.add(placed);
                    for (double epsilon : EPSILONS) {
                        variants.add(placed.withAll(normalization -> Variant.withEpsilon(
                                normalization,
                                new Epsilon(epsilon, normalization.epsilon().placement()))));
                    }
                }
            }
        }
        return variants;
    }

    private static Normalization otherEstimator(Normalization normalization) {
        VarianceEstimator estimator = Variant.estimator(normalization);
        return estimator == null ? normalization : Variant.estimated(normalization, estimator.other());
    }

    private static Normalization otherPlacement(Normalization normalization) {
        return Variant.placed(normalization, normalization.epsilon().placement().other());
    }

    private static OtherConventions change(Variant declared, Variant variant) {
        Optional<Placement> placement = Optional.empty();
        Optional<Double> epsilon = Optional.empty();
        Optional<VarianceEstimator> estimator = Optional.empty();
        for (int l = 0; l < declared.layers().size(); l++) {
            Normalization from = declared.layers().get(l);
            Normalization to = variant.layers().get(l);
            if (from != null && to != null) {
                placement = differing(
                        placement, from.epsilon().placement(), to.epsilon().placement());
                epsilon =
                        differing(epsilon, from.epsilon().value(), to.epsilon().value());
                estimator = differing(estimator, Variant.estimator(from), Variant.estimator(to));
            }
        }
        Optional<ParameterMean> scale = declared.meanInParameters() == variant.meanInParameters()
                ? Optional.empty()
                : Optional.of(variant.meanInParameters() ? ParameterMean.MEAN_IN_PARAMETERS : ParameterMean.COST);
        return new OtherConventions(placement, epsilon, estimator, scale);
    }

    private static <T> Optional<T> differing(Optional<T> known, @Nullable T from, @Nullable T to) {
        return known.isPresent() || to == null || Objects.equals(from, to) ? known : Optional.of(to);
    }

    private static boolean isPartOf(OtherConventions less, OtherConventions more) {
        return isPartOf(less.epsilonPlacement(), more.epsilonPlacement())
                && isPartOf(less.epsilon(), more.epsilon())
                && isPartOf(less.varianceEstimator(), more.varianceEstimator())
                && isPartOf(less.gradientScale(), more.gradientScale());
    }

    private static boolean isPartOf(Optional<?> less, Optional<?> more) {
        return less.isEmpty() || less.equals(more);
    }
}
