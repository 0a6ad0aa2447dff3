package dev.gradlens.diagnosis.judge;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Fit;
import dev.gradlens.diagnosis.Fit.Coefficient;
import dev.gradlens.diagnosis.formula.PathTerms;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.Optional;

/**
 * Fits dZ = direct·D − throughMean·M − throughVariance·V by least squares, group by group, and reads each coefficient as a
 * constant times powers of gamma and s that are the same for all groups.
 */
final class PathFit {
    private static final int PATHS = 3;
    private static final double[] GAMMA_POWERS = {0, -1, 1, 2, -2};
    private static final double[] S_POWERS = {0, 1, -1, 2, -2, 0.5, -0.5, 1.5, -1.5, 3, -3};

    /** Standard deviations that a coefficient of a group may be off. */
    private static final double PATIENCE = 6;

    /** A constant reads as its name if it is that near, at least. */
    private static final double NEAR = 1e-9;

    private final Sent sent;
    private final PathTerms terms;
    private final Comparison comparison;
    private final double[][] coefficients;
    private final double[][] uncertainties;

    private PathFit(Sent sent, PathTerms terms, Comparison comparison) {
        this.sent = sent;
        this.terms = terms;
        this.comparison = comparison;
        this.coefficients = new double[PATHS][terms.groups()];
        this.uncertainties = new double[PATHS][terms.groups()];
    }

    static Fit of(Sent sent, PathTerms terms, Comparison comparison) {
        PathFit fit = new PathFit(sent, terms, comparison);
        fit.solve();
        return fit.read();
    }

    private void solve() {
        Values dZ = terms.grouped(sent.values());
        Values halfUnits =
                terms.grouped(new Values(sent.values().rows(), sent.values().columns(), sent.halfUnits()));
        for (int group = 0; group < terms.groups(); group++) {
            double[] y = row(dZ, group);
            double[][] columns = {
                row(terms.direct(), group),
                negated(row(terms.throughMean(), group)),
                negated(row(terms.throughVariance(), group))
            };
            LeastSquares solution = LeastSquares.of(columns, y);
            double off = Arrays.stream(row(halfUnits, group)).max().orElse(0)
                    + 0x1p-46 * Arrays.stream(y).map(Math::abs).max().orElse(0);
            for (int path = 0; path < PATHS; path++) {
                coefficients[path][group] = solution.coefficients()[path];
                double moved = solution.uncertainties()[path];
                uncertainties[path][group] = Double.isInfinite(moved) ? moved : off * moved;
            }
        }
    }

    private static double[] row(Values values, int row) {
        return Arrays.copyOfRange(values.rowMajor(), row * values.columns(), (row + 1) * values.columns());
    }

    private static double[] negated(double[] a) {
        return Arrays.stream(a).map(x -> -x).toArray();
    }

    private Fit read() {
        Coefficient direct = reading(0);
        Coefficient mean = reading(1);
        Coefficient variance = reading(2);
        Values fitted = fitted(direct, mean, variance);
        return new Fit(
                direct, mean, variance, Comparison.residual(fitted, sent.values()), comparison.fits(sent, fitted));
    }

    /** The simplest powers under which all groups have the same constant; those under which they differ least, if none are. */
    private Coefficient reading(int path) {
        Reading best = null;
        for (double ofGamma : terms.gamma().length == 0 ? new double[] {0} : GAMMA_POWERS) {
            for (double ofS : S_POWERS) {
                Reading reading = reading(path, ofGamma, ofS);
                best = best == null || reading.isBetterThan(best) ? reading : best;
            }
        }
        return requireNonNull(best).coefficient(new Constants(terms.direct().columns()));
    }

    private Reading reading(int path, double ofGamma, double ofS) {
        double weights = 0;
        double weighted = 0;
        int groups = terms.groups();
        double[] constants = new double[groups];
        double[] offs = new double[groups];
        for (int group = 0; group < groups; group++) {
            double power = factor(group, ofGamma, ofS);
            constants[group] = coefficients[path][group] / power;
            offs[group] = Math.max(Math.abs(uncertainties[path][group] / power), Double.MIN_NORMAL);
            double weight = 1 / (offs[group] * offs[group]);
            weights += weight;
            weighted += weight * constants[group];
        }
        double constant = weights == 0 ? 0 : weighted / weights; // a path that is not there has no coefficient
        double worst = 0;
        for (int group = 0; group < groups; group++) {
            worst = Math.max(worst, Math.abs(constants[group] - constant) / offs[group]);
        }
        return new Reading(constant, weights == 0 ? 0 : PATIENCE / Math.sqrt(weights), ofGamma, ofS, worst);
    }

    private double factor(int group, double ofGamma, double ofS) {
        double gamma = ofGamma == 0 ? 1 : Math.pow(terms.gamma()[group], ofGamma);
        return gamma * Math.pow(terms.s()[group], ofS);
    }

    /** One way to read the coefficients of a path, with how far the worst group is from it. */
    private record Reading(double constant, double off, double gammaPower, double sPower, double worst) {
        boolean isBetterThan(Reading other) {
            boolean fits = worst <= PATIENCE;
            boolean otherFits = other.worst <= PATIENCE;
            if (fits && otherFits) {
                return isSimplerThan(other);
            }
            return fits || (!otherFits && worst < other.worst);
        }

        private boolean isSimplerThan(Reading other) {
            return complexity() < other.complexity();
        }

        private double complexity() {
            return Math.abs(gammaPower) + Math.abs(sPower) + (sPower == Math.rint(sPower) ? 0 : 1);
        }

        Coefficient coefficient(Constants constants) {
            double distance = Math.max(off, NEAR * Math.abs(constant));
            Optional<String> name = constants.reads(constant, distance);
            double value = name.map(constants::value).orElse(constant);
            return value == 0 ? new Coefficient(0, name, 0, 0) : new Coefficient(value, name, gammaPower, sPower);
        }
    }

    private Values fitted(Coefficient direct, Coefficient mean, Coefficient variance) {
        int columns = terms.direct().columns();
        double[] entries = new double[terms.direct().size()];
        for (int i = 0; i < entries.length; i++) {
            int group = i / columns;
            entries[i] = at(direct, group) * terms.direct().rowMajor()[i]
                    - at(mean, group) * terms.throughMean().rowMajor()[i]
                    - at(variance, group) * terms.throughVariance().rowMajor()[i];
        }
        return terms.grouped(new Values(terms.groups(), columns, entries));
    }

    private double at(Coefficient coefficient, int group) {
        return coefficient.constant() * factor(group, coefficient.gammaPower(), coefficient.sPower());
    }
}
