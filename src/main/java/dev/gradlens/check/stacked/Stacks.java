package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.KnownRun;
import dev.gradlens.tensor.Interruption;
import java.util.List;
import java.util.function.Function;

/** Runs moves of a layer's parameters in stacks, the moves of one unit together. */
final class Stacks {
    private final KnownRun run;
    private final int examples;
    private final int most;
    private final Buffers buffers;
    private final boolean isUsable;

    Stacks(KnownRun run, Buffers buffers) {
        this.run = run;
        this.examples = run.setup().batch().examples();
        this.most = Buffers.columns(run.setup().spec(), examples);
        this.buffers = buffers;
        this.isUsable = run.isFinite();
    }

    /** Whether how far numbers move can be told at all: not where those that do not move are not finite. */
    boolean isUsable() {
        return isUsable;
    }

    /**
     * What became of moves, one after the other.
     *
     * @param costs by how much J moved
     * @param marked whether an activation left its side, or may have
     */
    record Outcome(double[] costs, boolean[] marked) {}

    /**
     * Runs them.
     *
     * @param places entries of layer l; those of one unit stand together
     * @param by equally many distances for each
     */
    Outcome run(int l, List<Place> places, double[] by, Function<Workspace, Arithmetic> arithmetic) {
        int each = by.length / places.size();
        Shape shape = Shape.evenly(examples, largestUnit(places) * each, most, buffers.lanes());
        buffers.takeBack();
        Workspace workspace = new Workspace(run, shape, buffers);
        Arithmetic used = arithmetic.apply(workspace);
        StackedCost cost = new StackedCost(workspace, used, l);
        Outcome outcome = new Outcome(new double[by.length], new boolean[by.length]);
        Moves moves = new Moves(shape.columns());
        for (int index = 0; index < by.length; index++) {
            Place place = places.get(index / each);
            if (moves.isFull() || (!moves.isEmpty() && moves.unit() != place.unit())) {
                finish(moves, cost, used, outcome, index);
            }
            moves.add(place, by[index]);
        }
        finish(moves, cost, used, outcome, by.length);
        return outcome;
    }

    private static void finish(Moves moves, StackedCost cost, Arithmetic arithmetic, Outcome outcome, int end) {
        Interruption.check();
        double[] costs = new double[moves.columns()];
        cost.costs(moves, costs);
        int first = end - moves.count();
        System.arraycopy(costs, 0, outcome.costs(), first, moves.count());
        for (int p = 0; p < moves.count(); p++) {
            outcome.marked()[first + p] = arithmetic.isMarked(p);
        }
        moves.clear();
    }

    private static int largestUnit(List<Place> places) {
        int largest = 0;
        int count = 0;
        int unit = -1;
        for (Place place : places) {
            count = place.unit() == unit ? count + 1 : 1;
            unit = place.unit();
            largest = Math.max(largest, count);
        }
        return largest;
    }
}
