package dev.gradlens.check.stacked;

import dev.gradlens.check.stacked.Stacks.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Difference quotients of J by entries of a layer's parameters. */
final class DifferenceQuotients {
    private final Stacks stacks;
    private final int l;
    private final List<Place> places;
    private final Steps steps;
    private final int points;

    /**
     * @param places those of one unit stand together
     * @param widest 1 for quotients by h, 2 for those by 2h too
     */
    DifferenceQuotients(Stacks stacks, int l, List<Place> places, Steps steps, int widest) {
        this.stacks = stacks;
        this.l = l;
        this.places = places;
        this.steps = steps;
        this.points = 2 * widest;
    }

    /** With each activation on whichever side of its kink it is, by h. */
    double[] free() {
        Outcome outcome = run(Hold.KINKS);
        double[] slopes = slopes(outcome, 1);
        int[] doubtful = doubtful(outcome);
        if (doubtful.length > 0) {
            double[] there = at(doubtful).slopes(at(doubtful).run(Hold.NONE), 1);
            IntStream.range(0, doubtful.length).forEach(k -> slopes[doubtful[k]] = there[k]);
        }
        return slopes;
    }

    /** By h and 2h, with what the activations contribute that change side. */
    Sided[] sided() {
        Outcome outcome = run(Hold.KINKS);
        double[] near = slopes(outcome, 1);
        double[] wide = slopes(outcome, 2);
        Sided[] sided = new Sided[near.length];
        for (int k = 0; k < sided.length; k++) {
            sided[k] = new Sided(near[k], near[k], wide[k]);
        }
        int[] doubtful = doubtful(outcome);
        if (doubtful.length > 0) {
            Sided[] there = at(doubtful).doubtful();
            IntStream.range(0, doubtful.length).forEach(k -> sided[doubtful[k]] = there[k]);
        }
        return sided;
    }

    /**
     * Quotients of an entry.
     *
     * @param value by h, with each activation on whichever side it is
     * @param held by h, with each held on its side if one left it
     * @param wide by 2h, likewise
     */
    record Sided(double value, double held, double wide) {}

    /** Looks once more, where an activation may have left its side: now on whichever side it is, and with all held. */
    private Sided[] doubtful() {
        Outcome free = run(Hold.NONE);
        Outcome held = run(Hold.ALL);
        double[] near = slopes(free, 1);
        double[] wide = slopes(free, 2);
        double[] nearHeld = slopes(held, 1);
        double[] wideHeld = slopes(held, 2);
        Sided[] sided = new Sided[near.length];
        for (int k = 0; k < sided.length; k++) {
            boolean isLeft = isMarked(free, k * points);
            boolean isLeftFartherOff = isMarked(free, k * points + 2);
            sided[k] = new Sided(near[k], isLeft ? nearHeld[k] : near[k], isLeftFartherOff ? wideHeld[k] : wide[k]);
        }
        return sided;
    }

    private Outcome run(Hold hold) {
        return stacks.run(l, places, steps.around(points), workspace -> Differences.of(workspace, hold));
    }

    private double[] slopes(Outcome outcome, int multiple) {
        double[] slopes = new double[places.size()];
        for (int k = 0; k < slopes.length; k++) {
            int first = k * points + 2 * (multiple - 1);
            slopes[k] = steps.slope(k, multiple, outcome.costs()[first], outcome.costs()[first + 1]);
        }
        return slopes;
    }

    /** The entries of which any point is marked. */
    private int[] doubtful(Outcome outcome) {
        int[] doubtful = new int[places.size()];
        int count = 0;
        for (int k = 0; k < doubtful.length; k++) {
            boolean isMarked = false;
            for (int point = k * points; point < (k + 1) * points; point++) {
                isMarked |= outcome.marked()[point];
            }
            if (isMarked) {
                doubtful[count++] = k;
            }
        }
        return Arrays.copyOf(doubtful, count);
    }

    private static boolean isMarked(Outcome outcome, int first) {
        return outcome.marked()[first] || outcome.marked()[first + 1];
    }

    private DifferenceQuotients at(int[] some) {
        List<Place> there = IntStream.of(some).mapToObj(places::get).toList();
        return new DifferenceQuotients(stacks, l, there, steps.at(some), points / 2);
    }
}
