package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.judge.Comparison.Tier;

/**
 * What arithmetic of a precision may do to a true tensor.
 *
 * @param noise of each entry
 * @param truth how large the true tensor is
 * @param isNoise whether the true tensor is nothing but noise, as a sum is that should be 0
 * @param source what a gradient of a parameter is a sum of; another tensor itself
 */
record Bounds(double[] noise, Size truth, boolean isNoise, Site source) {

    /**
     * How much larger the noise of terms may be, beside that of the right ones, in a world that is wrong before them: three paths
     * that nearly cancel there need not cancel so well here. Wrong gradients are some 10⁶ times larger.
     */
    private static final double OTHER_TERMS = 32;

    static Bounds of(Sheet sheet, Site site, Tier tier) {
        double[] noise = noise(sheet, site, tier);
        Size truth = Size.of(sheet.truth(site));
        boolean isNoise = !(truth.norm() > 2 * Size.of(noise).norm());
        Site source = source(site);
        boolean isSum = isNoise && !source.equals(site) && sheet.has(source);
        return new Bounds(
                isSum ? summed(noise, noise(sheet, source, tier)) : noise, truth, isNoise, isSum ? source : site);
    }

    private static double[] noise(Sheet sheet, Site site, Tier tier) {
        return tier == Tier.TIGHT ? sheet.noise().inDouble(site) : sheet.noise().inSingle(site);
    }

    private static Site source(Site site) {
        return switch (site.step()) {
            case D_B -> new Site(site.layer(), Step.D_Z);
            case D_GAMMA, D_BETA -> new Site(site.layer(), Step.D_Z_TILDA);
            default -> site;
        };
    }

    /** The noise of a sum that should be 0 is that of all its terms, however lucky the worlds were that tell it. */
    private static double[] summed(double[] noise, double[] terms) {
        double[] sums = noise.clone();
        for (int i = 0; i < terms.length; i++) {
            sums[i % sums.length] += OTHER_TERMS * terms[i];
        }
        return sums;
    }
}
