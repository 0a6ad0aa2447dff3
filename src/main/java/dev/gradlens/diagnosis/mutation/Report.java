package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Mistake;
import java.util.Map;
import java.util.Optional;

/**
 * What a test notices, and how it would notice more.
 *
 * @param reasons what hides a mistake that is missed, as a change showed that was tried; none where no change helped
 * @param improvement the change that helps most, the smallest of those; empty where none does
 */
public record Report(Score score, Map<Mistake, String> reasons, Optional<Improvement> improvement) {
    public Report {
        reasons = Map.copyOf(reasons);
    }
}
