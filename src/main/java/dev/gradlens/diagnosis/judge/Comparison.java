package dev.gradlens.diagnosis.judge;

import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Holds tensors that were sent against what they may be. Two are the same where each entry differs by no more than its rounding
 * and the noise of arithmetic: of float64, or of float32 too where every entry could come from one.
 */
final class Comparison {
    /** Roundings of the largest entry that even a sum which cancels may have. */
    private static final double OF_THE_LARGEST = 16;

    /** Roundings of Σ |terms|. */
    private static final double OF_THE_TERMS = 64;

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
        TIGHT(Precision.FLOAT64.roundoff(), 4096),
        LOOSE(Precision.FLOAT32.roundoff(), 64);

        private final double roundoff;

        /** Of the largest entry of the true tensor, where a candidate is nothing but the noise of a sum that should be 0. */
        private final double ofTruth;

        Tier(double roundoff, double ofTruth) {
            this.roundoff = roundoff;
            this.ofTruth = ofTruth;
        }
    }

    /** Whether it may be that, in the arithmetic that its numbers allow. */
    boolean fits(Sent sent, Values candidate) {
        return fits(sent, candidate, Tier.TIGHT) || (sent.maybeSingle() && fits(sent, candidate, Tier.LOOSE));
    }

    boolean fits(Sent sent, Values candidate, Tier tier) {
        return fits(sent, candidate, tier, () -> Size.of(candidate));
    }

    /** The same of a candidate, whose size is known. */
    boolean fits(Sent sent, Candidate candidate) {
        return fits(sent, candidate.values(), Tier.TIGHT, candidate::size)
                || (sent.maybeSingle() && fits(sent, candidate.values(), Tier.LOOSE, candidate::size));
    }

    private boolean fits(Sent sent, Values candidate, Tier tier, Supplier<Size> size) {
        return isLike(sent, candidate) && worst(sent, candidate, tier, size, true) <= 1;
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
        return worst(sent, candidate, tier, () -> Size.of(candidate), false);
    }

    private double worst(Sent sent, Values candidate, Tier tier, Supplier<Size> size, boolean untilBeyond) {
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
                allowance = allowance(sent, size.get(), tier);
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
     * @param further for what was rounded before, and for the terms of a sum; empty where there is nothing of that
     * @param floor whatever the entry is
     */
    private record Allowance(double[] halfUnits, double[] noise, double scale, double[] further, double floor) {
        double of(int i) {
            double more = further.length == halfUnits.length ? further[i] : 0;
            return halfUnits[i] + scale * noise[i] + more + floor;
        }
    }

    private Allowance allowance(Sent sent, Size candidate, Tier tier) {
        Bounds bounds = sheet.bounds(sent.site(), tier);
        double floor = floor(bounds, candidate, tier);
        return new Allowance(
                sent.halfUnits(),
                bounds.noise(),
                scale(bounds, candidate),
                further(sent, candidate, bounds, tier),
                floor);
    }

    /** For having been computed from what was rounded, and for the terms of a sum that should be 0; empty where there is neither. */
    private double[] further(Sent sent, Size candidate, Bounds bounds, Tier tier) {
        double[] radius = branch.radius(sent.site());
        if (radius.length > 0) {
            double ofRadius = ratio(candidate, Size.of(branch.at(sent.site())));
            return Arrays.stream(radius).map(r -> r * ofRadius).toArray();
        }
        double share = OF_THE_TERMS * tier.roundoff;
        return bounds.isNoise()
                ? Arrays.stream(branch.terms(sent.site()))
                        .map(terms -> share * terms)
                        .toArray()
                : radius;
    }

    private static double floor(Bounds bounds, Size candidate, Tier tier) {
        double truth = bounds.truth().largest();
        boolean isNoise = candidate.largest() < NEGLIGIBLE * truth;
        double ofTruth = isNoise ? tier.ofTruth : OF_THE_LARGEST;
        return tier.roundoff * (OF_THE_LARGEST * candidate.largest() + ofTruth * truth);
    }

    /** A candidate has the noise of the true tensor, larger as it is larger. */
    private static double scale(Bounds bounds, Size candidate) {
        double ratio = candidate.norm() / bounds.truth().norm();
        return bounds.isNoise() || !Double.isFinite(ratio) ? 1 : ratio;
    }

    private static double ratio(Size one, Size other) {
        double ratio = one.norm() / other.norm();
        return Double.isFinite(ratio) ? Math.max(1, ratio) : 1;
    }

    private static boolean isSameNonFinite(double yours, double theirs) {
        return !Double.isFinite(yours) && Double.compare(yours, theirs) == 0;
    }

    /** The root mean square distance, in half-units and noise of float64. */
    double rootMeanSquare(Sent sent, Values candidate) {
        Allowance allowance = allowance(sent, Size.of(candidate), Tier.TIGHT);
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
        double[] noise = sheet.bounds(sent.site(), sent.maybeSingle() ? Tier.LOOSE : Tier.TIGHT)
                .noise();
        for (int i = 0; i < truth.length; i++) {
            if (Math.abs(truth[i]) > sent.halfUnits()[i] + noise[i]) {
                return false;
            }
        }
        return true;
    }

    /** ‖yours − other‖ / ‖other‖; NaN where an entry of yours is not finite. */
    static double residual(Values yours, Values other) {
        if (yours.size() != other.size()) {
            return Double.NaN; // of tensors along different axes
        }
        double[] distances = new double[yours.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = yours.rowMajor()[i] - other.rowMajor()[i];
        }
        double distance = Size.of(distances).norm();
        return distance == 0 ? 0 : distance / Size.of(other).norm();
    }
}
