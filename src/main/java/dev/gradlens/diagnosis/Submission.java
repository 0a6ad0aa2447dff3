package dev.gradlens.diagnosis;

import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody computed, and wants judged.
 *
 * @param tensors whatever was sent, an example in each row and a vector as one row; a matrix may have rows and columns
 *     exchanged, and an entry may be NaN or infinite
 * @param rounding how its numbers were rounded; told from the numbers where it is empty
 */
public record Submission(Map<Site, Values> tensors, Optional<Rounding> rounding) {
    public Submission {
        tensors = Map.copyOf(tensors);
    }
}
