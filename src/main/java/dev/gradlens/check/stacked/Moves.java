package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.KnownRun;
import dev.gradlens.check.oracle.KnownRun.Normalized;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.tensor.Values;
import org.jspecify.annotations.Nullable;

/** Which parameter of a unit moves in each column, and by how much. */
final class Moves {
    /** Stands where no weight moves, in place of its input. */
    private static final int NONE = -1;

    private final Place[] places;
    private final int[] inputs;
    private final double[] by;
    private int count;

    Moves(int columns) {
        this.places = new Place[columns];
        this.inputs = new int[columns];
        this.by = new double[columns];
    }

    void clear() {
        count = 0;
    }

    void add(Place place, double distance) {
        places[count] = place;
        inputs[count] = place.kind() == Kind.W ? place.input() : NONE;
        by[count] = distance;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == places.length;
    }

    int columns() {
        return places.length;
    }

    int count() {
        return count;
    }

    int unit() {
        return places[0].unit();
    }

    /** Whether Z moves in some column. */
    boolean moveZ() {
        boolean some = false;
        for (int p = 0; p < count; p++) {
            some |= places[p].movesZ();
        }
        return some;
    }

    /** By how much Z of the unit moves, in the columns in which it does. */
    void moveZ(double[] d, double[] aPrev, int examples) {
        int width = aPrev.length / examples;
        for (int i = 0; i < examples; i++) {
            moveWeighted(d, i * places.length, aPrev, i * width);
        }
        for (int p = 0; p < count; p++) {
            for (int i = 0; i < examples && places[p].kind() == Kind.B; i++) {
                d[i * places.length + p] = by[p];
            }
        }
    }

    private void moveWeighted(double[] d, int row, double[] aPrev, int rowOfAPrev) {
        for (int p = 0; p < count; p++) {
            if (inputs[p] != NONE) {
                d[row + p] = by[p] * aPrev[rowOfAPrev + inputs[p]];
            }
        }
    }

    /** By how much Ztilda of the unit moves, in the columns in which its scale or shift does. */
    void moveZTilda(double[] d, @Nullable Normalized known, int units, int examples) {
        for (int p = 0; p < count; p++) {
            if (known != null && !places[p].movesZ()) {
                boolean isScale = places[p].kind() == Kind.GAMMA;
                for (int i = 0; i < examples; i++) {
                    d[i * places.length + p] = by[p] * (isScale ? known.zNorm()[i * units + unit()] : 1);
                }
            }
        }
    }

    /** Adds by how much the weight decay moves. */
    void addWeightDecay(double[] costs, KnownRun run, @Nullable Values w, Arithmetic arithmetic) {
        double decay = run.setup().spec().weightDecay();
        for (int p = 0; p < count && decay != 0 && w != null; p++) {
            if (places[p].kind() == Kind.W) {
                costs[p] += decay / 2 * arithmetic.square(w.at(unit(), places[p].input()), by[p]);
            }
        }
    }
}
