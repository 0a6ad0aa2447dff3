package dev.gradlens.diagnosis.probe;

import dev.gradlens.diagnosis.Site;
import java.util.List;

/**
 * All ways to compute one tensor.
 *
 * @param floor a norm below which it is 0
 */
record Ways(Site site, List<Way> ways, double floor) {
    int count() {
        return ways.size();
    }

    double distance(int i, int j) {
        return ways.get(i).distance(ways.get(j), floor);
    }

    /** Whether two are readings of one mistake. */
    boolean isOfOne(int i, int j) {
        return ways.get(i).mistake() == ways.get(j).mistake();
    }

    Separation separation(int i, int j, double distance) {
        return new Separation(
                distance, site, ways.get(i).named().orElseThrow(), ways.get(j).named());
    }
}
