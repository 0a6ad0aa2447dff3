package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.CentralDifference;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.network.Node;
import java.util.stream.IntStream;

/**
 * Steps around entries.
 *
 * @param x the entries
 * @param h the step of each
 */
record Steps(double[] x, double[] h) {

    /** Those of the plain differences. */
    static Steps of(CentralDifference plain, ComplexNetwork network, Node node, int columns, int[] indices) {
        double[] x = IntStream.of(indices)
                .mapToDouble(index -> network.entry(node, index / columns, index % columns))
                .toArray();
        return new Steps(x, plain.steps(node, columns, indices));
    }

    /** How far x + h, x − h, x + 2h, x − 2h … are from x as they are rounded, so many points for each entry. */
    double[] around(int points) {
        double[] distances = new double[points * x.length];
        for (int index = 0; index < distances.length; index++) {
            int k = index / points;
            int multiple = index % points / 2 + 1;
            distances[index] = x[k] + (index % 2 == 0 ? multiple : -multiple) * h[k] - x[k];
        }
        return distances;
    }

    /** Those of some of the entries. */
    Steps at(int[] some) {
        return new Steps(
                IntStream.of(some).mapToDouble(k -> x[k]).toArray(),
                IntStream.of(some).mapToDouble(k -> h[k]).toArray());
    }

    /** The difference quotient of an entry from how far J moved at x + multiple·h and at x − multiple·h. */
    double slope(int k, int multiple, double above, double below) {
        double apart = (x[k] + multiple * h[k]) - (x[k] - multiple * h[k]);
        return apart == 0 ? 0 : (above - below) / apart;
    }
}
