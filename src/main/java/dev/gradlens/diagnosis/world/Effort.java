package dev.gradlens.diagnosis.world;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.network.NetworkSpec;

/**
 * How much may still be computed in search of an explanation, in operations: tensors that nothing explains, in many layers, would
 * else be held against everything that may have happened before them.
 */
public final class Effort {
    /** A second or two of the plain loops. */
    private static final double LEAST = 2e8;

    /** Forward and backward passes, where one of them is more than a few operations. */
    private static final double PASSES = 40;

    /** What a tensor costs however small it is. */
    private static final double OVERHEAD = 500;

    /** What an entry costs beside products. */
    private static final double ENTRY = 10;

    private final NetworkSpec spec;
    private final double examples;
    private final double most;
    private double left;

    /** For one submission to an exercise. */
    public Effort(Exercise exercise) {
        this.spec = exercise.setup().spec();
        this.examples = exercise.setup().batch().examples();
        double pass = 0;
        for (Site site : Sites.of(exercise.setup())) {
            pass += cost(site);
        }
        this.most = LEAST + PASSES * pass;
        this.left = most;
    }

    /** For the next submission. */
    public void renew() {
        left = most;
    }

    /** Counts a tensor that was computed. */
    void spend(Site site) {
        left -= cost(site);
    }

    /** Counts a formula that gave so many entries. */
    public void spend(int entries) {
        left -= OVERHEAD + ENTRY * entries;
    }

    public boolean isSpent() {
        return left < 0;
    }

    private double cost(Site site) {
        double units = site.layer() < 0 ? spec.inputs() : spec.unitsOf(site.layer());
        double inputs = site.layer() < 0 ? 1 : spec.inputsOf(site.layer());
        boolean isLast = site.layer() == spec.layers().size() - 1;
        double product = switch (site.step()) {
            case Z, D_W -> examples * units * inputs;
            case D_A -> isLast ? 0 : examples * units * spec.unitsOf(site.layer() + 1);
            default -> 0;
        };
        boolean isVector = !site.step().isMatrix();
        return OVERHEAD + product + ENTRY * (isVector ? units : examples * units);
    }
}
