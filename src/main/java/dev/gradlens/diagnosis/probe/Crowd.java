package dev.gradlens.diagnosis.probe;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** All ways to compute the tensors of one exercise, the right one of each first, computed when asked for. */
final class Crowd {
    /** What is no more than rounding, and differs in the last digits only. */
    private static final Set<Mistake> ROUNDING = EnumSet.of(Mistake.Z54, Mistake.F07);

    /** Tensors within another one, whose mistakes are mistakes of that one: of Znorm, and of dZ. */
    private static final Set<Step> WITHIN = EnumSet.of(Step.SCALE, Step.D_Z_NORM, Step.D_SIGMA2, Step.D_MU);

    /** Of the norm of what is summed: below it a sum is rounding. */
    private static final double NOTHING = 1e-10;

    private final Candidates candidates;
    private final Map<Site, Ways> known = new HashMap<>();

    Crowd(Exercise exercise, KernelsProvider provider) {
        this.candidates = new Candidates(exercise, provider);
    }

    /** The tensors in which mistakes are told apart. */
    List<Site> sites() {
        return candidates.sites().stream()
                .filter(site -> !WITHIN.contains(site.step()))
                .toList();
    }

    Ways at(Site site) {
        return known.computeIfAbsent(site, this::ways);
    }

    private Ways ways(Site site) {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(null, "", candidates.truth(site).rowMajor()));
        for (Wrong wrong : candidates.at(site)) {
            if (!ROUNDING.contains(wrong.mistake())) {
                ways.add(new Way(wrong.mistake(), wrong.detail(), wrong.values().rowMajor()));
            }
        }
        return new Ways(
                site, ways, NOTHING * Way.norm(candidates.truth(source(site)).rowMajor()));
    }

    /** Whether no example comes through some unit's activation, so that nothing done to it shows. */
    boolean hasSilentUnit() {
        return sites().stream()
                .filter(site -> site.step() == Step.D_Z)
                .anyMatch(site -> hasZeros(candidates.truth(site)));
    }

    private static boolean hasZeros(Values dZ) {
        return IntStream.range(0, dZ.columns())
                .anyMatch(j -> IntStream.range(0, dZ.rows()).allMatch(i -> dZ.at(i, j) == 0));
    }

    /** What a tensor is a sum of; itself where it is none. */
    private static Site source(Site site) {
        return switch (site.step()) {
            case D_B -> new Site(site.layer(), Step.D_Z);
            case D_GAMMA, D_BETA -> new Site(site.layer(), Step.D_Z_TILDA);
            default -> site;
        };
    }
}
