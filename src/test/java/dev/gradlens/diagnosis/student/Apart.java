package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.Map;

/** How far tensors are apart. */
final class Apart {
    /** What rounding alone leaves of a sum, at most. */
    static final double NOTHING = 1e-14;

    private Apart() {}

    /**
     * ‖wrong − right‖/‖right‖; infinite between different shapes. Sums over the batch are measured against what they are sums
     * of, as they are nothing but rounding in front of a batch normalization.
     */
    static double relative(Site site, Map<Site, Values> wrong, Map<Site, Values> right) {
        Values expected = right.get(site);
        Values got = wrong.get(site);
        if (expected.rows() != got.rows() || expected.columns() != got.columns()) {
            return Double.POSITIVE_INFINITY;
        }
        return norm(got.plus(expected, -1)) / norm(right.get(new Site(site.layer(), terms(site.step()))));
    }

    /** Whether the right tensor is zero but for rounding. */
    static boolean isNothing(Site site, Map<Site, Values> right) {
        return norm(right.get(site)) < NOTHING * norm(right.get(new Site(site.layer(), terms(site.step()))));
    }

    private static Step terms(Step step) {
        return switch (step) {
            case D_B, D_MU -> Step.D_Z;
            case D_BETA -> Step.D_Z_TILDA;
            default -> step;
        };
    }

    private static double norm(Values values) {
        return Math.sqrt(Arrays.stream(values.rowMajor()).map(x -> x * x).sum());
    }
}
