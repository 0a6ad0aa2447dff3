package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.judge.Candidates;
import dev.gradlens.diagnosis.judge.Wrong;
import dev.gradlens.diagnosis.mutation.Examination.Sight;
import dev.gradlens.tensor.KernelsProvider;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes every mistake of the catalogue and looks which of them a test notices. */
public final class MutationScorer {
    private final KernelsProvider provider;

    /** On kernels that are quick with small matrices, of either precision. */
    public MutationScorer(KernelsProvider provider) {
        this.provider = provider;
    }

    /** What a test notices of what can go wrong in the backward pass of an exercise, and how it would notice more. */
    public Report report(Exercise exercise, UserTest test) {
        Score score = score(exercise, test);
        if (score.missed().isEmpty()) {
            return new Report(score, Map.of(), Optional.empty());
        }
        Map<Mistake, String> reasons = new EnumMap<>(Mistake.class);
        Improvement best = null;
        for (Change change : changes(exercise, test)) {
            Score other = score(change.exercise(), change.test());
            score.missed().stream()
                    .map(Missed::mistake)
                    .filter(mistake -> other.caught().contains(mistake))
                    .forEach(mistake -> reasons.putIfAbsent(mistake, change.reason()));
            double most = best == null ? score.value() : best.score();
            best = other.value() > most ? new Improvement(change, other.value()) : best;
        }
        return new Report(score, reasons, Optional.ofNullable(best));
    }

    /** A probe, which is another network, comes last. */
    private List<Change> changes(Exercise exercise, UserTest test) {
        List<Change> changes = Change.all(exercise, test);
        Change.toAProbe(exercise, test, provider).ifPresent(changes::add);
        return changes;
    }

    /** What a test notices. */
    public Score score(Exercise exercise, UserTest test) {
        Candidates candidates = new Candidates(exercise, provider);
        Examination examination = examination(exercise, candidates, test);
        Map<Mistake, Missed> missed = new EnumMap<>(Mistake.class);
        Set<Mistake> made = EnumSet.noneOf(Mistake.class);
        for (Wrong wrong : new Mutants(exercise, provider).of(candidates)) {
            made.add(wrong.mistake());
            Sight sight = examination.of(wrong);
            if (!sight.isCaught()) {
                missed.putIfAbsent(
                        wrong.mistake(), new Missed(wrong.mistake(), wrong.site(), sight.isSeen(), sight.largest()));
            }
        }
        made.removeAll(missed.keySet());
        return new Score(made, List.copyOf(missed.values()), examination.failing());
    }

    private Examination examination(Exercise exercise, Candidates candidates, UserTest test) {
        return switch (test) {
            case UserTest.Comparing comparing -> new ByComparing(exercise, candidates, comparing);
            case UserTest.FiniteDifferences differences ->
                new ByDifferences(exercise, candidates, differences, provider);
        };
    }
}
