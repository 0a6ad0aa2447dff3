package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.Fit;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.diagnosis.formula.PathTerms;
import dev.gradlens.diagnosis.judge.Combinations.Pair;
import dev.gradlens.diagnosis.judge.Comparison.Tier;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Judges the tensors of a submission one after the other, in the order of computation. Each mistake that is found is made in the
 * branch on which the rest is judged, by its exact formula: what was printed has been rounded, what was computed with has not.
 */
final class Trial {
    /** Of the truth in float64, that one may doubt it although it passes in float32. */
    private static final double DOUBTFUL = 3;

    /** How much nearer a mistake must be then. */
    private static final double NEARER = 4;

    private final Sheet sheet;
    private final Comparison plain;
    private final Map<Site, Sent> sent = new TreeMap<>();
    private final Map<Site, Finding> findings = new TreeMap<>();
    private final List<Sent> postponed = new ArrayList<>();
    private final Findings writing;
    private final BooleanSupplier triesPairs;
    private Branch branch;
    private Comparison comparison;

    Trial(Sheet sheet, List<Sent> sent, BooleanSupplier triesPairs) {
        this.sheet = sheet;
        this.plain = new Comparison(sheet);
        sent.forEach(tensor -> this.sent.put(tensor.site(), tensor));
        this.branch = sheet.root();
        this.comparison = plain;
        this.triesPairs = triesPairs;
        this.writing = new Findings(sheet, plain);
    }

    /** One finding for each tensor sent, and for each that is known to be wrong without. */
    List<Finding> findings() {
        sheet.effort().renew();
        sent.values().forEach(this::judge);
        judgePostponed();
        sent.values().forEach(this::joinToTheSwappedOrder);
        return List.copyOf(findings.values());
    }

    /** What may have been computed from the dZ that comes behind it is explained once that is known. */
    private boolean isBefore(Sent tensor) {
        Step step = tensor.site().step();
        return (step == Step.D_GAMMA || step == Step.D_BETA)
                && sent.containsKey(new Site(tensor.site().layer(), Step.D_Z))
                && !postponed.contains(tensor);
    }

    private void judgePostponed() {
        postponed.stream()
                .filter(tensor -> !findings.containsKey(tensor.site()))
                .forEach(this::judge);
    }

    private void joinToTheSwappedOrder(Sent tensor) {
        Site dZTilda = new Site(tensor.site().layer(), Step.D_Z_TILDA);
        Site dZ = new Site(tensor.site().layer(), Step.D_Z);
        Finding skipped = findings.get(dZTilda);
        Finding swapped = findings.get(dZ);
        if (skipped != null && swapped != null && isOneMistake(skipped, swapped)) {
            findings.remove(dZTilda);
            findings.replaceAll((site, finding) -> finding.followingInstead(dZTilda, dZ));
        }
        Finding finding = findings.get(tensor.site());
        if (finding != null && isOfTheSwappedOrder(finding)) {
            List<Site> cause = List.of(new Site(tensor.site().layer(), Step.D_Z));
            put(writing.following(tensor, tensor.values(), cause));
        }
    }

    /** Who has the activation before the normalization computes dgamma and dbeta from dA as well: one mistake, and not three. */
    private boolean isOfTheSwappedOrder(Finding finding) {
        Finding dZ = findings.get(new Site(finding.site().layer(), Step.D_Z));
        return dZ != null
                && finding.sent()
                && names(dZ, Mistake.Z45)
                && (names(finding, Mistake.G08) || names(finding, Mistake.B05));
    }

    private static boolean isOneMistake(Finding skipped, Finding swapped) {
        return !skipped.sent() && names(skipped, Mistake.Z42) && names(swapped, Mistake.Z45);
    }

    private static boolean names(Finding finding, Mistake mistake) {
        return finding.mistakes().stream().anyMatch(named -> named.mistake() == mistake);
    }

    private void judge(Sent tensor) {
        if (tensor.site().step() == Step.D_W || tensor.site().step() == Step.D_A) {
            judgePostponed();
        }
        Values expected = branch.at(tensor.site());
        if (tensor.isTransposed()) {
            judgeTransposed(tensor);
        } else if (isRight(tensor)) {
            put(writing.right(tensor, isStructuralZero(tensor)));
        } else if (comparison.fits(tensor, expected)) {
            put(writing.following(tensor, expected, causes(tensor.site())));
        } else {
            explain(tensor);
        }
    }

    private void put(Finding finding) {
        findings.put(finding.site(), finding);
    }

    /** Not if a mistake of the catalogue is much nearer, where only the noise of float32 would excuse the tensor. */
    private boolean isRight(Sent tensor) {
        Values truth = sheet.truth(tensor.site());
        if (!plain.fits(tensor, truth)) {
            return false;
        }
        if (plain.worst(tensor, truth, Tier.TIGHT) < DOUBTFUL) {
            return true;
        }
        double distance = plain.rootMeanSquare(tensor, truth);
        return sheet.root()
                .singles(
                        tensor.site(),
                        candidate -> plain.fits(tensor, candidate.values(), Tier.TIGHT)
                                && plain.rootMeanSquare(tensor, candidate.values()) * NEARER <= distance)
                .isEmpty();
    }

    private boolean isStructuralZero(Sent tensor) {
        return new Special(comparison, branch).isBiasThatShouldBeZero(tensor.site());
    }

    /** The wrong tensors that one follows from. */
    private List<Site> causes(Site site) {
        return findings.values().stream()
                .filter(finding -> finding.verdict() == Verdict.WRONG)
                .map(Finding::site)
                .filter(cause -> Sites.isBehind(sheet.exercise().setup().spec(), site, cause))
                .toList();
    }

    private void goOn(Branch next) {
        branch = next;
        comparison = new Comparison(sheet, next);
    }

    private void judgeTransposed(Sent tensor) {
        Values expected = branch.at(tensor.site());
        Candidate transposed = new Candidate(branch, tensor.site(), Mistake.W07, "", expected);
        if (comparison.fits(tensor, expected)) {
            accept(tensor, List.of(new Hypothesis(transposed, true, 1, 0)));
            return;
        }
        List<Candidate> under = branch.singles(tensor.site(), candidate -> comparison.fits(tensor, candidate));
        if (under.isEmpty()) {
            accept(tensor, List.of(new Hypothesis(transposed, true, 1, 0)));
        } else {
            Candidate other = under.getFirst();
            put(writing.combined(
                    tensor,
                    expected,
                    List.of(new Pair(other, List.of(transposed), comparison.rootMeanSquare(tensor, other.values()))),
                    Optional.empty()));
            goOn(other.behind());
        }
    }

    private void explain(Sent tensor) {
        Optional<Values> other = branch.otherwise(tensor.site()).stream()
                .filter(values -> comparison.fits(tensor, values))
                .findFirst();
        if (other.isPresent()) {
            put(writing.following(tensor, other.get(), causes(tensor.site())));
            goOn(branch.with(tensor.site(), other.get()));
            return;
        }
        Hypotheses hypotheses = new Hypotheses(plain, comparison, sheet, sent, branch);
        List<Hypothesis> best = hypotheses.best(tensor);
        if (best.isEmpty()) {
            best = new Special(comparison, branch)
                    .of(tensor).stream()
                            .map(candidate -> new Hypothesis(candidate, true, 1, 0))
                            .toList();
        }
        if (best.isEmpty() && !tensor.site().step().isForward()) {
            best = hypotheses.bestInForward(tensor);
        }
        if (best.isEmpty() && isBefore(tensor)) {
            postponed.add(tensor);
        } else if (best.isEmpty()) {
            combine(tensor, hypotheses);
        } else if (isOfItsOwnForward(best.getFirst().candidate())) {
            Candidate own = best.getFirst().candidate();
            put(writing.following(tensor, own.values(), causes(tensor.site())));
            goOn(own.behind());
        } else {
            accept(tensor, best);
        }
    }

    /** Whether a backward is wrong as the forward of its layer is, so that it is right given that. */
    private boolean isOfItsOwnForward(Candidate candidate) {
        return branch.made().stream()
                .filter(made -> made.site().step().isForward()
                        && made.site().layer() == candidate.site().layer())
                .anyMatch(made -> isBackwardOf(candidate.mistake(), made.mistake()));
    }

    private static boolean isBackwardOf(Mistake backward, Mistake forward) {
        return switch (forward) {
            case F01 -> backward == Mistake.Z40 || backward == Mistake.Z38;
            case F02 -> backward == Mistake.Z31;
            case F04 -> backward == Mistake.Z34 || backward == Mistake.Z35;
            case F05 -> backward == Mistake.Z39;
            default -> false;
        };
    }

    private void accept(Sent tensor, List<Hypothesis> best) {
        Candidate first = best.getFirst().candidate();
        Values expected = branch.at(tensor.site());
        if (first.site().equals(tensor.site())) {
            List<Candidate> beside = new Special(comparison, branch).beside(tensor, first.mistake());
            put(writing.mistaken(tensor, expected, best, beside));
        } else {
            put(writing.notSent(first.site(), branch.at(first.site()), best, sent.containsKey(first.site())));
        }
        boolean isAsSent = first.values().equals(tensor.values()); // which records compare by the array itself
        goOn(isAsSent ? branch.with(tensor) : first.behind());
        if (!first.site().equals(tensor.site())) {
            put(writing.following(tensor, branch.at(tensor.site()), causes(tensor.site())));
        }
    }

    private void combine(Sent tensor, Hypotheses hypotheses) {
        Values expected = branch.at(tensor.site());
        boolean tries = triesPairs.getAsBoolean();
        List<Pair> pairs = tries && tensor.isFinite()
                ? new Combinations(comparison, branch, sheet.effort()).of(tensor, hypotheses.before(tensor.site()))
                : List.of();
        if (pairs.isEmpty()) {
            put(writing.unexplained(tensor, expected, fit(tensor), isStructuralZero(tensor), tries));
            goOn(branch.with(tensor));
            return;
        }
        Pair pair = pairs.getFirst();
        Site last = pair.candidates().getLast().site();
        if (last.equals(tensor.site())) {
            put(writing.combined(tensor, expected, pairs, fit(tensor)));
            goOn(pair.behind());
        } else {
            put(writing.combinedNotSent(last, branch.at(last), pairs));
            goOn(pair.behind());
            put(writing.following(tensor, branch.at(tensor.site()), causes(tensor.site())));
        }
    }

    private Optional<Fit> fit(Sent tensor) {
        if (!PathTerms.isAt(branch.world(), tensor.site())) {
            return Optional.empty();
        }
        return PathTerms.of(
                        branch.world().provider(), branch.world(), tensor.site().layer())
                .map(terms -> PathFit.of(tensor, terms, comparison));
    }
}
