package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.world.Noise;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.Arrays;

/**
 * Holds tensors that were sent against what they may be. Two are the same where each entry differs by no more than its rounding
 * and the noise of arithmetic: of float64, or of float32 too where every entry could come from one.
 */
final class Comparison {
    /** Roundings of the largest entry that even a sum which cancels may have. */
    private static final double OF_THE_LARGEST = 16;

    /** And of the largest entry of the true tensor, where a candidate is the noise of a sum that should be 0. */
    private static final double OF_THE_TRUTH = 4096;

    /** Beside the true tensor. */
    private static final double NEGLIGIBLE = 1e-7;

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

    /** A vector may lie in either direction: what is taken along the wrong axis does. */
    private static boolean isLike(Sent sent, Values candidate) {
        boolean isVector = !sent.site().step().isMatrix();
        return isVector
                ? sent.size() == candidate.size()
                : sent.values().rows() == candidate.rows() && sent.values().columns() == candidate.columns();
    }

    /** The largest distance of an entry, in units of what is allowed for it. */
    double worst(Sent sent, Values candidate, Tier tier) {
        return worst(sent, candidate, tier, false);
    }

    private double worst(Sent sent, Values candidate, Tier tier, boolean untilBeyond) {
        Allowance allowance = null;
        double worst = 0;
        for (int i = 0; i < sent.size(); i++) {
            double yours = sent.entry(i);
            double theirs = candidate.rowMajor()[i];
            double distance = Math.abs(yours - theirs);
            if (distance <= sent.halfUnits()[i] || isSameNonFinite(yours, theirs)) {
                continue;
            }
            if (allowance == null) {
                allowance = allowance(sent, candidate, tier);
            }
            double ratio = Double.isFinite(distance) ? distance / allowance.of(i) : Double.POSITIVE_INFINITY;
            worst = Math.max(worst, Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio);
            if (untilBeyond && worst > 1) {
                return worst;
            }
        }
        return worst;
    }

    /**
     * How far an entry may be off.
     *
     * @param halfUnits for having been rounded
     * @param noise of arithmetic in the true tensor
     * @param scale how much larger that of the candidate is
     * @param radius for having been computed from what was rounded; empty where nothing was
     * @param floor whatever the entry is
     */
    private record Allowance(double[] halfUnits, double[] noise, double scale, double[] radius, double floor) {
        double of(int i) {
            double rounded = radius.length == halfUnits.length ? radius[i] : 0;
            return halfUnits[i] + scale * noise[i] + rounded + floor;
        }
    }

    private Allowance allowance(Sent sent, Values candidate, Tier tier) {
        double[] noise = summed(sent.site(), noise(sent.site(), tier), tier);
        double[] radius = branch.radius(sent.site());
        double ofRadius = radius.length == 0 ? 0 : ratio(candidate, branch.at(sent.site()));
        double[] scaled = Arrays.stream(radius).map(r -> r * ofRadius).toArray();
        return new Allowance(
                sent.halfUnits(), noise, scale(sent.site(), candidate, noise), scaled, floor(sent, candidate, tier));
    }

    private double floor(Sent sent, Values candidate, Tier tier) {
        double truth = largest(sheet.truth(sent.site()));
        double theirs = largest(candidate);
        boolean isNoise = theirs < NEGLIGIBLE * truth;
        return tier.roundoff * (OF_THE_LARGEST * theirs + (isNoise ? OF_THE_TRUTH : OF_THE_LARGEST) * truth);
    }

    private static double ratio(Values one, Values other) {
        double ratio = norm(one.rowMajor()) / norm(other.rowMajor());
        return Double.isFinite(ratio) ? Math.max(1, ratio) : 1;
    }

    private static boolean isSameNonFinite(double yours, double theirs) {
        return !Double.isFinite(yours) && Double.compare(yours, theirs) == 0;
    }

    private double[] noise(Site site, Tier tier) {
        Noise noise = sheet.noise();
        return tier == Tier.TIGHT ? noise.inDouble(site) : noise.inSingle(site);
    }

    /** A candidate has the noise of the true tensor, larger as it is larger; where that is noise alone, as what it is summed of is. */
    private double scale(Site site, Values candidate, double[] noise) {
        Values truth = sheet.truth(site);
        boolean isNoise = !(norm(truth.rowMajor()) > 2 * norm(noise));
        if (!isNoise) {
            double ratio = norm(candidate.rowMajor()) / norm(truth.rowMajor());
            return Double.isFinite(ratio) ? ratio : 1;
        }
        Site source = source(site);
        return source.equals(site) || !sheet.has(source) ? 1 : ratio(branch.at(source), sheet.truth(source));
    }

    /** What a gradient of a parameter is a sum of; another tensor itself. */
    private static Site source(Site site) {
        return switch (site.step()) {
            case D_B -> new Site(site.layer(), Step.D_Z);
            case D_GAMMA, D_BETA -> new Site(site.layer(), Step.D_Z_TILDA);
            default -> site;
        };
    }

    /** The noise of a sum that should be 0 is that of all its terms, however lucky the worlds were that tell it. */
    private double[] summed(Site site, double[] noise, Tier tier) {
        Site source = source(site);
        boolean isNoise = !(norm(sheet.truth(site).rowMajor()) > 2 * norm(noise));
        if (!isNoise || source.equals(site) || !sheet.has(source)) {
            return noise;
        }
        double[] terms = noise(source, tier);
        double[] sums = noise.clone();
        for (int i = 0; i < terms.length; i++) {
            sums[i % sums.length] += terms[i];
        }
        return sums;
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
        Allowance allowance = allowance(sent, candidate, Tier.TIGHT);
        double sum = 0;
        for (int i = 0; i < sent.size(); i++) {
            double ratio = (sent.entry(i) - candidate.rowMajor()[i]) / allowance.of(i);
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
