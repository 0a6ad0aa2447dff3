package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.PartingBatch;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.judge.Comparison.Tier;
import dev.gradlens.diagnosis.world.Effort;
import dev.gradlens.diagnosis.world.Noise;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.diagnosis.world.World;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is kept of one exercise under one reading of its conventions. Used by one thread at a time. */
final class Sheet {
    /** Numbers that are kept, 64 MiB of them; beyond, everything but the right tensors is computed anew. */
    private static final long MOST_HELD = 8 << 20;

    /** Entries of a tensor up to which all pairs of mistakes are tried, which are some thousands. */
    private static final int MOST_ENTRIES_FOR_PAIRS = 4096;

    /** Entries of a tensor up to which everything that may be made of it is kept for the next submission. */
    private static final int MOST_ENTRIES_TO_KEEP = 512;

    private final Exercise exercise;
    private final Effort effort;
    private final World right;
    private final Noise noise;
    private final List<Site> sites;
    private final KernelsProvider provider;
    private final Map<Set<Object>, Optional<PartingBatch>> parting = new HashMap<>();
    private final Map<Site, Bounds> tight = new HashMap<>();
    private final Map<Site, Bounds> loose = new HashMap<>();
    private @Nullable Boolean atKink;
    private Branch root;
    private long held;

    Sheet(Exercise exercise, KernelsProvider provider) {
        this.exercise = exercise;
        this.provider = provider;
        this.effort = new Effort(exercise);
        this.right = World.right(exercise, provider, effort);
        this.noise = new Noise(right);
        this.sites = Sites.of(exercise.setup());
        this.root = new Branch(this, right, List.of());
    }

    Exercise exercise() {
        return exercise;
    }

    /** Where nothing is wrong. */
    Branch root() {
        if (held > MOST_HELD) {
            held = 0;
            root = new Branch(this, right, List.of());
        }
        return root;
    }

    /** What may still be computed for the present submission. */
    Effort effort() {
        return effort;
    }

    Noise noise() {
        return noise;
    }

    Values truth(Site site) {
        return right.at(site);
    }

    /** Whether an activation is not differentiable somewhere. */
    boolean isAtKink() {
        if (atKink == null) {
            atKink = Kinks.isAny(exercise, site -> right.at(site).rowMajor());
        }
        return atKink;
    }

    Bounds bounds(Site site, Tier tier) {
        Map<Site, Bounds> known = tier == Tier.TIGHT ? tight : loose;
        Bounds bounds = known.get(site);
        if (bounds == null) {
            bounds = Bounds.of(this, site, tier);
            known.put(site, bounds);
        }
        return bounds;
    }

    /** In the order of computation. */
    List<Site> sites() {
        return sites;
    }

    boolean has(Site site) {
        return sites.contains(site);
    }

    /** A batch on which candidates differ that give the same numbers on this one. */
    Optional<PartingBatch> partedBy(List<Candidate> alike) {
        Set<Object> key = new HashSet<>();
        alike.forEach(candidate -> key.add(List.of(candidate.site(), candidate.mistake(), candidate.detail())));
        return parting.computeIfAbsent(key, any -> new Parting(exercise, provider).of(alike));
    }

    void hold(List<Candidate> candidates) {
        candidates.forEach(candidate -> held += candidate.values().size());
    }

    boolean mayKeep(Values tensor) {
        return tensor.size() <= MOST_ENTRIES_TO_KEEP;
    }

    boolean mayTryPairs(Values tensor) {
        return tensor.size() <= MOST_ENTRIES_FOR_PAIRS;
    }
}
