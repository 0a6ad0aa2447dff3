package dev.gradlens.diagnosis.student;

import java.util.List;
import java.util.stream.IntStream;

/**
 * From which of the roots of the three paths epsilon is lost.
 *
 * @param direct from that of the direct path
 * @param mean from that of the path through the mean
 * @param ofVariance from how many of the equal ones of the path through the variance: three with epsilon inside, as it has s³,
 *     two outside, as it has s²·√sigma2
 */
record Roots(boolean direct, boolean mean, int ofVariance) {

    /** One for each number from 0 to 15. */
    static Roots of(int reading) {
        return new Roots(reading % 2 == 1, reading / 2 % 2 == 1, reading / 4);
    }

    /** Those that leave epsilon in some root and take it from some, and that no other mistake of the catalogue has. */
    static List<Integer> readings(Given given) {
        return IntStream.range(0, 4 * (equalRoots(given.isEpsilonOutside()) + 1))
                .filter(reading ->
                        reading > 0 && (given.isCentred() || !of(reading).mean()))
                .filter(reading -> !of(reading).isLostInScaleOrEverywhere(given))
                .boxed()
                .toList();
    }

    /** What Z32 and Z33 do. */
    private boolean isLostInScaleOrEverywhere(Given given) {
        int inScale = given.isEpsilonOutside() ? 0 : 1;
        boolean inBoth = direct && (mean || !given.isCentred());
        return inBoth && (ofVariance == inScale || ofVariance == equalRoots(given.isEpsilonOutside()));
    }

    private static int equalRoots(boolean outside) {
        return outside ? 2 : 3;
    }

    Grid dZ(Sheet x) {
        Grid bare = x.sigma2().root();
        Grid g = x.dZNorm();
        Grid cube = bare.power(ofVariance).times(x.s().power(equalRoots(x.outside()) - ofVariance));
        Grid last = x.outside() ? bare : bare.times(0).plus(1);
        Grid along = g.times(x.centred()).over(cube).over(last).sum(x.over()).over(x.divisor());
        Grid throughMean = x.normalized().meanOf(g.over(mean ? bare : x.s()));
        return g.over(direct ? bare : x.s())
                .minus(throughMean)
                .minus(x.centred().times(along));
    }
}
