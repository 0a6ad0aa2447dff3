package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.world.Effort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two mistakes at once that explain a tensor, where no single one does. */
final class Combinations {
    private final Comparison comparison;
    private final Branch branch;
    private final Effort effort;

    Combinations(Comparison comparison, Branch branch, Effort effort) {
        this.comparison = comparison;
        this.branch = branch;
        this.effort = effort;
    }

    /**
     * Two mistakes.
     *
     * @param first where it was made first; alone where one candidate is both
     * @param second the other one, made in what follows from the first
     */
    record Pair(Candidate first, List<Candidate> second, double distance) {
        List<Candidate> candidates() {
            List<Candidate> all = new ArrayList<>(List.of(first));
            all.addAll(second);
            return all;
        }

        /** What follows from both. */
        Branch behind() {
            return candidates().getLast().behind();
        }
    }

    /** Those in the tensor itself and, with another one, in those before it that nobody sent; the nearest numbers first. */
    List<Pair> of(Sent tensor, Iterable<Site> before) {
        List<Pair> pairs = new ArrayList<>();
        for (Candidate both : branch.pairs(tensor.site(), candidate -> comparison.fits(tensor, candidate))) {
            pairs.add(new Pair(both, List.of(), comparison.rootMeanSquare(tensor, both.values())));
        }
        for (Site site : before) {
            if (pairs.isEmpty()) {
                addAcross(pairs, tensor, site);
            }
            if (pairs.isEmpty()
                    && site.step() == Step.D_Z
                    && site.layer() == tensor.site().layer()) {
                addBefore(pairs, tensor, site);
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::distance));
        return pairs;
    }

    /** One before the tensor, one in it. */
    private void addAcross(List<Pair> pairs, Sent tensor, Site site) {
        for (Candidate first : branch.singles(site, candidate -> true)) {
            if (first.isMain() && !effort.isSpent()) {
                for (Candidate second :
                        first.behind().singles(tensor.site(), candidate -> comparison.fits(tensor, candidate))) {
                    pairs.add(new Pair(first, List.of(second), comparison.rootMeanSquare(tensor, second.values())));
                }
            }
        }
    }

    /** Both before the tensor. */
    private void addBefore(List<Pair> pairs, Sent tensor, Site site) {
        for (Candidate both : branch.pairs(
                site,
                candidate -> comparison.fits(
                        tensor, branch.world().with(site, candidate.values()).at(tensor.site())))) {
            pairs.add(new Pair(
                    both,
                    List.of(),
                    comparison.rootMeanSquare(tensor, both.behind().at(tensor.site()))));
        }
    }
}
