package dev.gradlens.diagnosis.formula;

/**
 * What the path through the variance is made of beside its own s.
 *
 * @param factor what stands for Znorm before the mean
 * @param factorStatistics whose it is
 * @param inSum what stands for Znorm within the mean
 * @param sumStatistics whose it is
 * @param slopeAsDeclared whether the slope of s is that of the declared placement, whatever the statistics are
 */
record Variance(
        Part factor,
        StatisticsChoice factorStatistics,
        Part inSum,
        StatisticsChoice sumStatistics,
        boolean slopeAsDeclared) {
    static final Variance TRUE =
            new Variance(Part.NORMALIZED, StatisticsChoice.OWN, Part.NORMALIZED, StatisticsChoice.OWN, false);

    Variance factor(Part other) {
        return new Variance(other, factorStatistics, inSum, sumStatistics, slopeAsDeclared);
    }

    Variance inSum(Part other) {
        return new Variance(factor, factorStatistics, other, sumStatistics, slopeAsDeclared);
    }

    Variance factorOver(StatisticsChoice other) {
        return new Variance(factor, other, inSum, sumStatistics, slopeAsDeclared);
    }

    Variance sumOver(StatisticsChoice other) {
        return new Variance(factor, factorStatistics, inSum, other, slopeAsDeclared);
    }

    Variance withDeclaredSlope() {
        return new Variance(factor, factorStatistics, inSum, sumStatistics, true);
    }
}
