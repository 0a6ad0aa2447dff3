package dev.gradlens.diagnosis.formula;

/**
 * How one of the three paths is written.
 *
 * @param coefficient what it is multiplied by; 1 in the true one, 0 where it is missing
 * @param sPower a further power of s
 * @param statistics whose s it is divided by
 * @param reduction what is taken for the mean
 * @param insidePower the power of s that is divided by before the reduction rather than behind it
 */
record Path(double coefficient, double sPower, StatisticsChoice statistics, Reduction reduction, int insidePower) {
    static final Path TRUE = new Path(1, 0, StatisticsChoice.OWN, Reduction.MEAN, 0);

    Path times(double c) {
        return new Path(c * coefficient, sPower, statistics, reduction, insidePower);
    }

    Path timesS(double power) {
        return new Path(coefficient, sPower + power, statistics, reduction, insidePower);
    }

    Path over(StatisticsChoice other) {
        return new Path(coefficient, sPower, other, reduction, insidePower);
    }

    Path reduced(Reduction other, int power) {
        return new Path(coefficient, sPower, statistics, other, power);
    }

    boolean isMissing() {
        return coefficient == 0;
    }
}
