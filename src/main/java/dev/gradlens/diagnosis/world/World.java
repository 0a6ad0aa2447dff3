package dev.gradlens.diagnosis.world;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.formula.Right;
import dev.gradlens.diagnosis.formula.Scene;
import dev.gradlens.diagnosis.formula.Tensors;
import dev.gradlens.tensor.Interruption;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An exercise as it comes out where some tensors were computed wrong and everything behind them is right, given those. What
 * nobody asks for is not computed. Used by one thread at a time.
 */
public final class World implements Tensors {
    private final Exercise exercise;
    private final KernelsProvider provider;
    private final Effort effort;
    private final Map<Site, Values> known;
    private final Map<Site, Values> replaced;

    private World(
            Exercise exercise,
            KernelsProvider provider,
            Effort effort,
            Map<Site, Values> known,
            Map<Site, Values> replaced) {
        this.exercise = exercise;
        this.provider = provider;
        this.effort = effort;
        this.known = known;
        this.replaced = replaced;
    }

    /** In which everything is right. */
    public static World right(Exercise exercise, KernelsProvider provider) {
        return right(exercise, provider, new Effort(exercise));
    }

    /** The same, which counts what it computes. */
    public static World right(Exercise exercise, KernelsProvider provider, Effort effort) {
        return new World(exercise, provider, effort, new HashMap<>(), Map.of());
    }

    /** The same with one more tensor replaced. */
    public World with(Site site, Values values) {
        Map<Site, Values> more = new HashMap<>(replaced);
        more.put(site, values);
        Map<Site, Values> kept = new HashMap<>(known);
        kept.keySet()
                .removeIf(behind -> !replaced.containsKey(behind)
                        && Sites.isBehind(exercise.setup().spec(), behind, site));
        kept.put(site, values);
        effort.spend(kept.size());
        return new World(exercise, provider, effort, kept, more);
    }

    @Override
    public Exercise exercise() {
        return exercise;
    }

    @Override
    public Values at(Site site) {
        Values there = known.get(site);
        if (there == null) {
            there = compute(site);
            known.put(site, there);
        }
        return there;
    }

    private Values compute(Site site) {
        Interruption.check();
        effort.spend(site);
        try (Kernels k = provider.open()) {
            return Right.of(new Scene(k, this, site.layer()), site.step()).values();
        }
    }

    @Override
    public boolean isReplaced(Site site) {
        return replaced.containsKey(site);
    }

    /** Where it is not right of itself. */
    public Set<Site> replaced() {
        return replaced.keySet();
    }

    /** The kernels that its formulas run on. */
    public KernelsProvider provider() {
        return provider;
    }
}
