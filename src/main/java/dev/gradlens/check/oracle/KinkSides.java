package dev.gradlens.check.oracle;

import java.util.HashMap;
import java.util.Map;

/**
 * On which side of its kink an activation stands, for the arguments so close to 0 that rounding decides. Elsewhere the
 * sign of the argument says it.
 */
public final class KinkSides implements Sides {
    private final Map<Integer, Map<Integer, Boolean>> positiveByLayer = new HashMap<>();

    /** Nothing is in doubt. */
    public static KinkSides none() {
        return new KinkSides();
    }

    /** Says that entry {@code index} (row by row) of a layer's argument counts as positive, or as not. */
    public void decide(int layer, int index, boolean positive) {
        positiveByLayer.computeIfAbsent(layer, any -> new HashMap<>()).put(index, positive);
    }

    /** The same arguments, each on its other side. */
    public KinkSides opposite() {
        KinkSides flipped = new KinkSides();
        positiveByLayer.forEach(
                (layer, sides) -> sides.forEach((index, positive) -> flipped.decide(layer, index, !positive)));
        return flipped;
    }

    /** Whether no argument is in doubt. */
    public boolean isEmpty() {
        return positiveByLayer.isEmpty();
    }

    @Override
    public boolean positive(int layer, int index, double argument) {
        Map<Integer, Boolean> sides = positiveByLayer.get(layer);
        Boolean decided = sides == null ? null : sides.get(index);
        return decided == null ? argument > 0 : decided;
    }
}
