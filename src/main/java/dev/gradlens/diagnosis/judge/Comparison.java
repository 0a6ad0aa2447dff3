package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.world.Noise;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;

/**
 * Holds tensors that were sent against what they may be. Two are the same where each entry differs by no more than its rounding
 * and the noise of arithmetic: of float64, or of float32 too where every entry could come from one.
 */
final class Comparison {
    /** Roundings of the largest entry that even a sum which cancels may have. */
    private static final double OF_THE_LARGEST = 16;

    /** And of the largest entry of the true tensor, where a candidate is the noise of a sum that should be 0. */
    private static final double OF_THE_TRUTH = 64;

    private final Sheet sheet;
    private final Branch branch;

    /** By the noise of arithmetic alone. */
    Comparison(Sheet sheet) {
        this(sheet, sheet.root());
    }

    /** In a branch in which some tensors are as they were sent, rounded. */
    Comparison(Sheet sheet, Branch branch) {
        this.sheet = sheet;
        this.branch = branch;
    }

    /** Of which arithmetic noise is allowed for. */
    enum Tier {
        TIGHT(Precision.FLOAT64.roundoff()),
        LOOSE(Precision.FLOAT32.roundoff());

        private final double roundoff;

        Tier(double roundoff) {
            this.roundoff = roundoff;
        }
    }

    /** Whether it may be that, in the arithmetic that its numbers allow. */
    boolean fits(Sent sent, Values candidate) {
        return fits(sent, candidate, Tier.TIGHT) || (sent.maybeSingle() && fits(sent, candidate, Tier.LOOSE));
    }

    boolean fits(Sent sent, Values candidate, Tier tier) {
        return isLike(sent, candidate) && worst(sent, candidate, tier, true) <= 1;
    }

    private static boolean isLike(Sent sent, Values candidate) {
        return sent.values().rows() == candidate.rows() && sent.values().columns() == candidate.columns();
    }

    /** The largest distance of an entry, in units of what is allowed for it. */
    double worst(Sent sent, Values candidate, Tier tier) {
        return worst(sent, candidate, tier, false);
    }

    private double worst(Sent sent, Values candidate, Tier tier, boolean untilBeyond) {
        double[] noise = noise(sent.site(), tier);
        double[] radius = branch.radius(sent.site());
        double scale = Double.NaN;
        double floor = 0;
        double worst = 0;
        for (int i = 0; i < sent.size(); i++) {
            double yours = sent.entry(i);
            double theirs = candidate.rowMajor()[i];
            double distance = Math.abs(yours - theirs);
            if (distance <= sent.halfUnits()[i] || isSameNonFinite(yours, theirs)) {
                continue;
            }
            if (Double.isNaN(scale)) {
                scale = scale(sent.site(), candidate, noise);
                floor = tier.roundoff
                        * (OF_THE_LARGEST * largest(candidate) + OF_THE_TRUTH * largest(sheet.truth(sent.site())));
            }
            double rounded = radius.length == sent.size() ? radius[i] : 0;
            double allowed = sent.halfUnits()[i] + scale * (noise[i] + rounded) + floor;
            double ratio = Double.isFinite(distance) ? distance / allowed : Double.POSITIVE_INFINITY;
            worst = Math.max(worst, Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio);
            if (untilBeyond && worst > 1) {
                return worst;
            }
        }
        return worst;
    }

    private static boolean isSameNonFinite(double yours, double theirs) {
        return !Double.isFinite(yours) && Double.compare(yours, theirs) == 0;
    }

    private double[] noise(Site site, Tier tier) {
        Noise noise = sheet.noise();
        return tier == Tier.TIGHT ? noise.inDouble(site) : noise.inSingle(site);
    }

    /** A candidate has the noise of the true tensor, larger as it is larger; but not where that is noise alone. */
    private double scale(Site site, Values candidate, double[] noise) {
        double truth = norm(sheet.truth(site).rowMajor());
        double ofCandidate = norm(candidate.rowMajor());
        boolean isNoise = !(truth > 2 * norm(noise));
        double ratio = ofCandidate / truth;
        return isNoise || !Double.isFinite(ratio) ? 1 : ratio;
    }

    private static double largest(Values values) {
        double largest = 0;
        for (double entry : values.rowMajor()) {
            largest = Double.isFinite(entry) ? Math.max(largest, Math.abs(entry)) : largest;
        }
        return largest;
    }

    /** The root mean square distance, in half-units and noise of float64. */
    double rootMeanSquare(Sent sent, Values candidate) {
        double[] noise = noise(sent.site(), Tier.TIGHT);
        double scale = scale(sent.site(), candidate, noise);
        double floor = OF_THE_LARGEST * Tier.TIGHT.roundoff * largest(candidate);
        double sum = 0;
        for (int i = 0; i < sent.size(); i++) {
            double distance = sent.entry(i) - candidate.rowMajor()[i];
            double allowed = sent.halfUnits()[i] + scale * noise[i] + floor;
            double ratio = allowed == 0 ? 0 : distance / allowed;
            sum += Double.isFinite(ratio) ? ratio * ratio : 0;
        }
        return Math.sqrt(sum / sent.size());
    }

    /** Whether the true tensor cannot be told from zero as it was sent. */
    boolean isZero(Sent sent) {
        double[] truth = sheet.truth(sent.site()).rowMajor();
        double[] noise = noise(sent.site(), sent.maybeSingle() ? Tier.LOOSE : Tier.TIGHT);
        for (int i = 0; i < truth.length; i++) {
            if (Math.abs(truth[i]) > sent.halfUnits()[i] + noise[i]) {
                return false;
            }
        }
        return true;
    }

    /** ‖yours − other‖ / ‖other‖; NaN where an entry of yours is not finite. */
    static double residual(Values yours, Values other) {
        double distance = 0;
        for (int i = 0; i < yours.size(); i++) {
            distance = Math.hypot(distance, yours.rowMajor()[i] - other.rowMajor()[i]);
        }
        double norm = norm(other.rowMajor());
        return distance == 0 ? 0 : distance / norm;
    }

    static double norm(double[] entries) {
        double norm = 0;
        for (double entry : entries) {
            norm = Math.hypot(norm, entry);
        }
        return norm;
    }
}
