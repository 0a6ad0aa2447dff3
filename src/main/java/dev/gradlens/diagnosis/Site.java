package dev.gradlens.diagnosis;

import java.util.Comparator;

/**
 * One tensor of a computation.
 *
 * @param layer from 0; −1 for dX, which is the dA of what the first layer takes
 * @param step which one
 */
public record Site(int layer, Step step) implements Comparable<Site> {
    private static final Comparator<Site> FORWARD =
            Comparator.comparingInt(Site::layer).thenComparing(Site::step);
    private static final Comparator<Site> BACKWARD =
            Comparator.comparingInt(Site::layer).reversed().thenComparing(Site::step);

    /** The gradient of the input. */
    public static final Site D_X = new Site(-1, Step.D_A);

    /** In the order of computation: forward from the first layer to the last, backward from the last to the first. */
    @Override
    public int compareTo(Site other) {
        if (step.isForward() != other.step.isForward()) {
            return step.isForward() ? -1 : 1;
        }
        return (step.isForward() ? FORWARD : BACKWARD).compare(this, other);
    }
}
