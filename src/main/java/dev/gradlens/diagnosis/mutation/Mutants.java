package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.judge.Candidates;
import dev.gradlens.diagnosis.judge.Wrong;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The mistakes that can be made in the backward pass of a kind of exercise: each in its main formula, in each layer. A formula
 * that is right whatever the numbers are is none. Z54 is rounding, and counts for nothing.
 */
final class Mutants {
    /** Exercises of the kind of which one has to show the mistake. */
    private static final int VARIATIONS = 3;

    /** Relative, far beyond rounding. */
    private static final double APART = 1e-8;

    private final Map<Site, Set<Mistake>> possible = new LinkedHashMap<>();

    Mutants(Exercise exercise, KernelsProvider provider) {
        for (int seed = 0; seed < VARIATIONS; seed++) {
            Candidates candidates = new Candidates(new Variation(exercise, seed).all(), provider);
            candidates.sites().stream()
                    .filter(site -> !site.step().isForward() && site.layer() >= 0)
                    .forEach(site -> learn(site, candidates));
        }
    }

    private void learn(Site site, Candidates candidates) {
        Set<Mistake> known = possible.computeIfAbsent(site, any -> EnumSet.noneOf(Mistake.class));
        for (Wrong wrong : mains(site, candidates)) {
            if (differs(wrong.values(), candidates.truth(site))) {
                known.add(wrong.mistake());
            }
        }
    }

    private static boolean differs(Values wrong, Values right) {
        if (wrong.size() != right.size()) {
            return true;
        }
        double apart = 0;
        double size = 0;
        for (int i = 0; i < right.size(); i++) {
            apart = Math.max(apart, Math.abs(wrong.rowMajor()[i] - right.rowMajor()[i]));
            size = Math.max(size, Math.max(Math.abs(wrong.rowMajor()[i]), Math.abs(right.rowMajor()[i])));
        }
        return !(apart <= APART * Math.max(size, APART));
    }

    /** Those that can be made in an exercise of the kind, the main formula of each, layer by layer. */
    List<Wrong> of(Candidates candidates) {
        List<Wrong> mutants = new ArrayList<>();
        possible.forEach((site, mistakes) -> mains(site, candidates).stream()
                .filter(wrong -> mistakes.contains(wrong.mistake()))
                .forEach(mutants::add));
        return mutants;
    }

    private static List<Wrong> mains(Site site, Candidates candidates) {
        Map<Mistake, Wrong> mains = new LinkedHashMap<>();
        boolean isNormalized = candidates.sites().contains(new Site(site.layer(), Step.D_Z_TILDA));
        for (Wrong wrong : candidates.at(site)) {
            boolean isHome = home(wrong.mistake(), isNormalized) == site.step();
            if (isHome && wrong.isMain() && wrong.mistake() != Mistake.Z54) {
                mains.putIfAbsent(wrong.mistake(), wrong);
            }
        }
        return List.copyOf(mains.values());
    }

    /** Where a mistake is made; a layer without normalization has dZ for dZtilda. */
    private static Step home(Mistake mistake, boolean isNormalized) {
        return mistake.step() == Step.D_Z_TILDA && !isNormalized ? Step.D_Z : mistake.step();
    }
}
