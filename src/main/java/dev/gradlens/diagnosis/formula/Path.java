package dev.gradlens.diagnosis.formula;

/**
 * How one of the three paths is written.
 *
 * @param coefficient what it is multiplied by; 1 in the true one, 0 where it is missing
 * @param sPower a further power of s
 * @param rootPower a further power of the root that the slope of s has: s itself, or √sigma2 where epsilon is outside
 * @param statistics whose s it is divided by
 * @param reduction what is taken for the mean
 * @param insidePower the power of s that is divided by before the reduction rather than behind it
 * @param slopeInside whether the slope of s is multiplied with before the reduction as well
 * @param withVariance whether, in the mean path, dmu has its term through sigma2, which is 0 unless the mean is a wrong one
 */
record Path(
        double coefficient,
        double sPower,
        double rootPower,
        StatisticsChoice statistics,
        Reduction reduction,
        int insidePower,
        boolean slopeInside,
        boolean withVariance) {
    static final Path TRUE = new Path(1, 0, 0, StatisticsChoice.OWN, Reduction.MEAN, 0, false, false);

    Path times(double c) {
        return new Path(
                c * coefficient, sPower, rootPower, statistics, reduction, insidePower, slopeInside, withVariance);
    }

    Path timesS(double power) {
        return new Path(
                coefficient, sPower + power, rootPower, statistics, reduction, insidePower, slopeInside, withVariance);
    }

    Path timesRoot(double power) {
        return new Path(
                coefficient, sPower, rootPower + power, statistics, reduction, insidePower, slopeInside, withVariance);
    }

    Path over(StatisticsChoice other) {
        return new Path(coefficient, sPower, rootPower, other, reduction, insidePower, slopeInside, withVariance);
    }

    Path reduced(Reduction other, int power) {
        return new Path(coefficient, sPower, rootPower, statistics, other, power, slopeInside, withVariance);
    }

    Path withSlopeInside() {
        return new Path(coefficient, sPower, rootPower, statistics, reduction, insidePower, true, withVariance);
    }

    Path withTermThroughVariance() {
        return new Path(coefficient, sPower, rootPower, statistics, reduction, insidePower, slopeInside, true);
    }

    boolean isMissing() {
        return coefficient == 0;
    }
}
