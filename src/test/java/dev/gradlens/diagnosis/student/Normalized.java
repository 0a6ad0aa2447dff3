package dev.gradlens.diagnosis.student;

/**
 * A normalization as the compact backward sees it.
 *
 * @param centred Z − mu; Z itself where nothing is subtracted
 * @param variance what the denominator is the root of
 * @param s the denominator
 * @param outside whether epsilon stands outside of the root
 * @param over what mean and variance are taken over
 * @param count what a mean divides by
 * @param divisor what the variance divides by
 * @param subtractsMean whether there is a path through the mean
 */
record Normalized(
        Grid centred,
        Grid variance,
        Grid s,
        boolean outside,
        Over over,
        double count,
        double divisor,
        boolean subtractsMean) {

    /** As forward left it. */
    static Normalized of(Sheet x) {
        return new Normalized(
                x.centred(),
                x.sigma2(),
                x.s(),
                x.outside(),
                x.over(),
                x.count(),
                x.divisor(),
                x.given().isCentred());
    }

    /** By statistics of Z taken anew, a mean of which divides by this count. */
    static Normalized anew(Sheet x, Over over, double count) {
        double divisor = x.divisor(count);
        Grid mean = x.z().sum(over).over(count);
        Grid centred = x.given().isCentred() ? x.z().minus(mean) : x.z();
        Grid variance = centred.squared().sum(over).over(divisor);
        Grid s = x.scale(variance);
        return new Normalized(
                centred,
                variance,
                s,
                x.outside(),
                over,
                count,
                divisor,
                x.given().isCentred());
    }

    Grid zNorm() {
        return centred.over(s);
    }

    /** The root alone: s, or s without the epsilon outside. */
    Grid root() {
        return outside ? variance.root() : s;
    }

    /** dZ from dZnorm. */
    Grid backward(Grid g) {
        return backward(g, zNorm());
    }

    /** The same with a Znorm from elsewhere. */
    Grid backward(Grid g, Grid zNorm) {
        return backward(g, zNorm, zNorm);
    }

    /** The same with one Znorm in the sum and one before it. */
    Grid backward(Grid g, Grid inSum, Grid before) {
        Grid throughVariance =
                before.times(g.times(inSum).sum(over)).times(s).over(root()).over(divisor);
        return g.minus(meanOf(g)).minus(throughVariance).over(s);
    }

    /** The mean of dZnorm; 0 where nothing is subtracted. */
    Grid meanOf(Grid g) {
        return subtractsMean ? g.sum(over).over(count) : s.times(0);
    }

    Normalized withScale(Grid scale) {
        return new Normalized(centred, variance, scale, outside, over, count, divisor, subtractsMean);
    }

    Normalized withVariance(Grid other, Grid scale) {
        return new Normalized(centred, other, scale, outside, over, count, divisor, subtractsMean);
    }

    Normalized withEpsilonElsewhere(Grid scale) {
        return new Normalized(centred, variance, scale, !outside, over, count, divisor, subtractsMean);
    }

    /** The same statistics, with every later sum over something else. */
    Normalized summedOver(Over other, double otherCount, double otherDivisor) {
        return new Normalized(centred, variance, s, outside, other, otherCount, otherDivisor, subtractsMean);
    }
}
