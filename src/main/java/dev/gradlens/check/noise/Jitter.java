package dev.gradlens.check.noise;

import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Setup;
import dev.gradlens.tensor.Values;
import java.util.List;

/** A change in the last places of numbers, as random as rounding is and, like rounding, the same for equal numbers. */
public final class Jitter {
    private static final double UNIT_IN_LAST_PLACE = 0x1p-52;

    /** The largest change, in those units: with one alone, two roundings in a row often cancel, at times in every world. */
    private static final int REACH = 8;

    private final long seed;

    /** Each seed is another world. */
    public Jitter(long seed) {
        this.seed = mixed(seed);
    }

    /** r·(1 + ξ·2⁻⁵²), with ξ one of ±1, ±2, … ±8. */
    double moved(double r) {
        int choice = Math.floorMod(mixed(Double.doubleToLongBits(r) + seed), 2 * REACH);
        int units = choice < REACH ? choice - REACH : choice - REACH + 1;
        return r * (1 + units * UNIT_IN_LAST_PLACE);
    }

    /** A number from −1 to 1, the same for equal numbers. */
    double share(double r) {
        return mixed(Double.doubleToLongBits(r) - seed) * 0x1p-63;
    }

    /** Every number of the network and the batch moved, but for the targets. */
    public Setup moved(Setup setup) {
        List<LayerParameters<Values>> parameters = setup.parameters().stream()
                .map(layer -> layer.<Values>map(this::moved))
                .toList();
        Batch batch = new Batch(moved(setup.batch().x()), setup.batch().y());
        return new Setup(setup.spec(), parameters, batch, setup.mode());
    }

    private Values moved(Values values) {
        double[] entries = new double[values.size()];
        for (int index = 0; index < entries.length; index++) {
            entries[index] = moved(values.rowMajor()[index]);
        }
        return new Values(values.rows(), values.columns(), entries);
    }

    /** The finalizer of SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014. */
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
