package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.judge.Comparison.Tier;

/**
 * What arithmetic of a precision may do to a true tensor.
 *
 * @param noise of each entry
 * @param truth how large the true tensor is
 * @param isNoise whether the true tensor is nothing but noise, as a sum is that should be 0
 */
record Bounds(double[] noise, Size truth, boolean isNoise) {

    static Bounds of(Sheet sheet, Site site, Tier tier) {
        double[] noise = noise(sheet, site, tier);
        Size truth = Size.of(sheet.truth(site));
        boolean isNoise = !(truth.norm() > 2 * Size.of(noise).norm());
        return new Bounds(noise, truth, isNoise);
    }

    private static double[] noise(Sheet sheet, Site site, Tier tier) {
        return tier == Tier.TIGHT ? sheet.noise().inDouble(site) : sheet.noise().inSingle(site);
    }
}
