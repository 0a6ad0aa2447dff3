package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.network.NetworkSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the mistakes that explain a tensor: its own, and those in tensors before it that nobody sent. */
final class Hypotheses {
    /** Distances that differ by less than this factor are the same. */
    private static final double ALIKE = 1.25;

    private final Comparison plain;
    private final Comparison comparison;
    private final Sheet sheet;
    private final Map<Site, Sent> sent;
    private final Branch branch;
    private final Map<Site, Boolean> fitting = new HashMap<>();

    Hypotheses(Comparison plain, Comparison comparison, Sheet sheet, Map<Site, Sent> sent, Branch branch) {
        this.plain = plain;
        this.comparison = comparison;
        this.sheet = sheet;
        this.sent = sent;
        this.branch = branch;
    }

    /** All that explain as much as the best one, the best one first; empty where nothing does. */
    List<Hypothesis> best(Sent tensor) {
        List<Hypothesis> all = new ArrayList<>(local(tensor));
        for (Site site : before(tensor.site())) {
            all.addAll(in(site, tensor));
        }
        if (all.isEmpty()) {
            for (Site site : hiding(tensor.site())) {
                all.addAll(in(site, tensor));
            }
        }
        return ranked(all);
    }

    /** The same of mistakes in forward. */
    List<Hypothesis> bestInForward(Sent tensor) {
        List<Hypothesis> all = new ArrayList<>();
        for (Site site : sheet.sites()) {
            if (site.step().isForward() && !sent.containsKey(site) && isBehind(tensor.site(), site)) {
                all.addAll(in(site, tensor));
            }
        }
        return ranked(all);
    }

    private static List<Hypothesis> ranked(List<Hypothesis> all) {
        int most = all.stream().mapToInt(Hypothesis::explained).max().orElse(0);
        List<Hypothesis> best = new ArrayList<>(
                all.stream().filter(one -> one.explained() == most).toList());
        double least = best.stream().mapToDouble(Hypothesis::distance).min().orElse(0);
        best.sort(Comparator.comparing((Hypothesis one) -> !one.isLocal())
                .thenComparing(one -> one.distance() > ALIKE * least)
                .thenComparing(one -> !one.candidate().isMain())
                .thenComparing(one -> one.candidate().site(), Comparator.reverseOrder())
                .thenComparing(one -> one.candidate().mistake()));
        return best;
    }

    /** The tensor's own mistakes. */
    private List<Hypothesis> local(Sent tensor) {
        List<Hypothesis> local = new ArrayList<>();
        for (Candidate candidate : branch.singles(tensor.site(), candidate -> comparison.fits(tensor, candidate))) {
            local.add(new Hypothesis(
                    candidate,
                    true,
                    1 + explained(candidate, tensor),
                    comparison.rootMeanSquare(tensor, candidate.values())));
        }
        return local;
    }

    /** Mistakes at a site that nobody sent, given which the tensor is right, nothing that was right is wrong, and what is computed from it at once is right. */
    private List<Hypothesis> in(Site site, Sent tensor) {
        List<Hypothesis> found = new ArrayList<>();
        if (sheet.effort().isSpent()) {
            return found;
        }
        for (Candidate candidate : branch.singles(site, candidate -> true)) {
            if (sheet.effort().isSpent()) {
                return found;
            }
            if (candidate.mistake() == Mistake.F07) {
                continue; // which is rounding, and would explain any other
            }
            Sent there = sent.get(site);
            if (there != null && !comparison.fits(there, candidate)) {
                continue;
            }
            Branch behind = candidate.behind();
            if (behind(candidate).fits(tensor, behind.at(tensor.site())) && breaksNothing(candidate)) {
                found.add(new Hypothesis(
                        candidate,
                        false,
                        1 + explained(candidate, tensor),
                        comparison.rootMeanSquare(tensor, behind.at(tensor.site()))));
            }
        }
        return found;
    }

    /** Sites that nobody sent and that a tensor is computed from, the nearest first. */
    Set<Site> before(Site site) {
        Set<Site> before = new TreeSet<>(Comparator.reverseOrder());
        for (Site cause : sheet.sites()) {
            if (isTold(cause, site) && !sent.containsKey(cause) && isBehind(site, cause)) {
                before.add(cause);
            }
        }
        return before;
    }

    /** Tensors that were sent, and are right as far as their digits go, in which a mistake may hide that shows behind them. */
    private List<Site> hiding(Site site) {
        return sent.values().stream()
                .filter(other -> isTold(other.site(), site) && isBehind(site, other.site()) && fits(other))
                .map(Sent::site)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Of backward those whose mistakes are not told by another one; of forward the statistics of the same layer. */
    private static boolean isTold(Site cause, Site site) {
        return switch (cause.step()) {
            case D_Z, D_Z_TILDA, D_A -> true;
            case MU, SIGMA2, SCALE, Z_NORM -> site.step().isForward() && cause.layer() == site.layer();
            default -> false;
        };
    }

    private boolean isBehind(Site site, Site cause) {
        NetworkSpec spec = sheet.exercise().setup().spec();
        return Sites.isBehind(spec, site, cause);
    }

    private Comparison behind(Candidate candidate) {
        return new Comparison(sheet, candidate.behind());
    }

    private boolean breaksNothing(Candidate candidate) {
        for (Sent other : sent.values()) {
            boolean mustFit = isBehind(other.site(), candidate.site())
                    && (fits(other) || isDirect(other.site(), candidate.site()));
            if (mustFit && !behind(candidate).fits(other, candidate.behind().at(other.site()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing in which another mistake could have been made lies between. */
    private boolean isDirect(Site site, Site cause) {
        if (site.layer() != cause.layer()) {
            return cause.step() == Step.D_Z && site.step() == Step.D_A && site.layer() == cause.layer() - 1;
        }
        return switch (cause.step()) {
            case D_Z -> true;
            case D_Z_TILDA -> site.step() != Step.D_W && site.step() != Step.D_B;
            case D_A ->
                site.step() == Step.D_Z_TILDA
                        || site.step() == Step.D_GAMMA
                        || site.step() == Step.D_BETA
                        || (site.step() == Step.D_Z && !sheet.has(new Site(site.layer(), Step.D_Z_TILDA)));
            default -> false;
        };
    }

    private int explained(Candidate candidate, Sent except) {
        int explained = 0;
        for (Sent other : sent.values()) {
            boolean isOpen =
                    !other.site().equals(except.site()) && isBehind(other.site(), candidate.site()) && !fits(other);
            if (isOpen && behind(candidate).fits(other, candidate.behind().at(other.site()))) {
                explained++;
            }
        }
        return explained;
    }

    /** Whether a tensor is right as things stand. */
    private boolean fits(Sent other) {
        return fitting.computeIfAbsent(
                other.site(), site -> plain.fits(other, sheet.truth(site)) || comparison.fits(other, branch.at(site)));
    }
}
