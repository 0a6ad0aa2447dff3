package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.Finding.Combination;
import dev.gradlens.diagnosis.Finding.Named;
import dev.gradlens.diagnosis.Finding.Suspect;
import dev.gradlens.diagnosis.Finding.Worst;
import dev.gradlens.diagnosis.Fit;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.PartingBatch;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.diagnosis.judge.Combinations.Pair;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts what was found out about a tensor into a {@link Finding}. */
final class Findings {
    private static final int WORST = 3;
    private static final int MOST_COMBINATIONS = 5;

    private final Sheet sheet;
    private final Comparison comparison;

    Findings(Sheet sheet, Comparison comparison) {
        this.sheet = sheet;
        this.comparison = comparison;
    }

    /** What is collected of one finding. */
    private static final class Draft {
        private final Site site;
        private final Verdict verdict;
        private boolean sent = true;
        private double residual;
        private List<Named> mistakes = List.of();
        private List<Suspect> indistinguishable = List.of();
        private Optional<PartingBatch> partedBy = Optional.empty();
        private List<Site> followsFrom = List.of();
        private Set<Mistake> notExcluded = Set.of();
        private List<Combination> combinations = List.of();
        private Optional<Fit> fit = Optional.empty();
        private Optional<String> reason = Optional.empty();
        private List<Worst> worst = List.of();

        Draft(Site site, Verdict verdict) {
            this.site = site;
            this.verdict = verdict;
        }

        Finding finding() {
            return new Finding(
                    site,
                    sent,
                    verdict,
                    residual,
                    mistakes,
                    indistinguishable,
                    partedBy,
                    followsFrom,
                    notExcluded,
                    combinations,
                    fit,
                    reason,
                    worst);
        }
    }

    Finding right(Sent tensor, boolean isZeroByStructure) {
        boolean undecided = !isZeroByStructure && comparison.isZero(tensor);
        Values truth = sheet.truth(tensor.site());
        Draft draft = new Draft(tensor.site(), undecided ? Verdict.UNDECIDED : Verdict.CORRECT);
        draft.residual = Comparison.residual(tensor.values(), truth);
        draft.notExcluded = notExcluded(tensor);
        if (undecided) {
            draft.reason = Optional.of(
                    "The true tensor is within the rounding of zero on this batch: a mistake that gives zero here would not show.");
        }
        return draft.finding();
    }

    Finding following(Sent tensor, Values expected, List<Site> causes) {
        Draft draft = new Draft(tensor.site(), Verdict.CORRECT);
        draft.residual = Comparison.residual(tensor.values(), expected);
        draft.followsFrom = shown(causes);
        return draft.finding();
    }

    /** Nobody sends s: what is wrong with it is wrong with Znorm. */
    private static List<Site> shown(List<Site> sites) {
        return new ArrayList<>(
                new LinkedHashSet<>(sites.stream().map(Findings::shown).toList()));
    }

    static Site shown(Site site) {
        return site.step() == Step.SCALE ? new Site(site.layer(), Step.Z_NORM) : site;
    }

    Finding mistaken(Sent tensor, Values expected, List<Hypothesis> hypotheses, List<Candidate> beside) {
        Draft draft = wrong(tensor, expected);
        List<Candidate> local = new ArrayList<>(hypotheses.stream()
                .filter(hypothesis -> hypothesis.candidate().site().equals(tensor.site()))
                .map(Hypothesis::candidate)
                .toList());
        local.addAll(beside);
        draft.mistakes = named(tensor.values(), local);
        addSuspects(draft, hypotheses, beside);
        draft.notExcluded = notExcluded(tensor);
        return draft.finding();
    }

    /** Of a tensor in which a mistake was made that shows in another one. */
    Finding notSent(Site site, Values expected, List<Hypothesis> hypotheses, boolean isSent) {
        Draft draft = new Draft(shown(site), Verdict.WRONG);
        draft.sent = isSent;
        Values values = hypotheses.getFirst().candidate().values();
        draft.residual = Comparison.residual(values, expected);
        draft.mistakes = named(
                values,
                hypotheses.stream()
                        .map(Hypothesis::candidate)
                        .filter(candidate -> candidate.site().equals(site))
                        .toList());
        addSuspects(draft, hypotheses, List.of());
        return draft.finding();
    }

    Finding combined(Sent tensor, Values expected, List<Pair> pairs, Optional<Fit> fit) {
        Draft draft = wrong(tensor, expected);
        draft.combinations = combinations(tensor.values(), pairs);
        draft.fit = fit;
        draft.reason = Optional.of("No single mistake of the catalogue gives these numbers; two at once do.");
        return draft.finding();
    }

    Finding combinedNotSent(Site site, Values expected, List<Pair> pairs) {
        Draft draft = new Draft(shown(site), Verdict.WRONG);
        draft.sent = false;
        Values values = pairs.getFirst().candidates().getLast().values();
        draft.residual = Comparison.residual(values, expected);
        draft.combinations = combinations(values, pairs);
        draft.reason = Optional.of("No single mistake of the catalogue gives what follows from it; two at once do.");
        return draft.finding();
    }

    Finding unexplained(
            Sent tensor, Values expected, Optional<Fit> fit, boolean isZeroByStructure, boolean triedPairs) {
        Draft draft = wrong(tensor, expected);
        draft.fit = fit;
        if (isZeroByStructure) {
            draft.mistakes = List.of(new Named(
                    Mistake.W08, Double.POSITIVE_INFINITY, Optional.of("whatever it was computed from, it is not 0")));
        }
        boolean isSpent = sheet.effort().isSpent();
        draft.reason = Optional.of(Reasons.unexplained(tensor, expected, fit, triedPairs && !isSpent)
                + (isSpent
                        ? " The search was ended at its limit, since so much of what was sent is unexplained."
                        : ""));
        return draft.finding();
    }

    private Draft wrong(Sent tensor, Values expected) {
        Draft draft = new Draft(tensor.site(), Verdict.WRONG);
        draft.residual = Comparison.residual(tensor.values(), expected);
        draft.worst = worst(tensor, expected);
        return draft;
    }

    private static List<Named> named(Values yours, List<Candidate> candidates) {
        Map<Mistake, Named> named = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            double residual = Comparison.residual(yours, candidate.values());
            Optional<String> detail = Optional.of(candidate.detail()).filter(text -> !text.isEmpty());
            named.putIfAbsent(candidate.mistake(), new Named(candidate.mistake(), residual, detail));
        }
        return List.copyOf(named.values());
    }

    /** Those that give the same numbers, one candidate for each, and a batch that parts them. */
    private void addSuspects(Draft draft, List<Hypothesis> hypotheses, List<Candidate> beside) {
        Map<Suspect, Candidate> alike = new LinkedHashMap<>();
        Stream.concat(hypotheses.stream().map(Hypothesis::candidate), beside.stream())
                .forEach(candidate -> alike.putIfAbsent(suspect(candidate), candidate));
        if (alike.size() > 1) {
            draft.indistinguishable = List.copyOf(alike.keySet());
            draft.partedBy = sheet.partedBy(List.copyOf(alike.values()));
        }
    }

    private static Suspect suspect(Candidate candidate) {
        return new Suspect(candidate.mistake(), shown(candidate.site()));
    }

    private static List<Combination> combinations(Values yours, List<Pair> pairs) {
        Map<List<Suspect>, Combination> combinations = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            List<Suspect> mistakes = new ArrayList<>();
            pair.candidates()
                    .forEach(candidate -> candidate
                            .mistakes()
                            .forEach(mistake -> mistakes.add(new Suspect(mistake, shown(candidate.site())))));
            Values theirs = pair.candidates().getLast().values();
            combinations.putIfAbsent(mistakes, new Combination(mistakes, Comparison.residual(yours, theirs)));
        }
        return combinations.values().stream().limit(MOST_COMBINATIONS).toList();
    }

    /** Mistakes that would have given the same numbers as the true tensor, within the rounding. */
    private Set<Mistake> notExcluded(Sent tensor) {
        Sent asIfRight =
                new Sent(tensor.site(), sheet.truth(tensor.site()), false, tensor.halfUnits(), tensor.maybeSingle());
        Set<Mistake> hidden = EnumSet.noneOf(Mistake.class);
        sheet.root()
                .singles(tensor.site(), candidate -> comparison.fits(asIfRight, candidate))
                .forEach(candidate -> hidden.add(candidate.mistake()));
        return hidden;
    }

    private static List<Worst> worst(Sent tensor, Values expected) {
        if (tensor.size() != expected.size()) {
            return List.of();
        }
        int columns = expected.columns();
        return IntStream.range(0, tensor.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -distance(tensor, expected, i)))
                .limit(WORST)
                .filter(i -> distance(tensor, expected, i) > tensor.halfUnits()[i])
                .map(i -> new Worst(i / columns, i % columns, tensor.entry(i), expected.rowMajor()[i]))
                .toList();
    }

    private static double distance(Sent tensor, Values expected, int i) {
        double distance = Math.abs(tensor.entry(i) - expected.rowMajor()[i]);
        return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }
}
