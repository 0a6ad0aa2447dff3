package dev.gradlens.tensor.nd4j;

import java.util.Arrays;

/**
 * The means of lines of entries, each in two passes, the second of which takes out what the first one rounded. A line is a
 * row or a column; an infinite mean stays.
 */
final class Means {
    private Means() {}

    static double[] ofDoubles(double[] entries, Lines lines) {
        double[] means = new double[lines.count()];
        double[] lost = new double[means.length];

        lines.visit((line, at) -> means[line] += entries[at]);
        Arrays.setAll(means, line -> means[line] / lines.length());
        lines.visit((line, at) -> lost[line] += entries[at] - means[line]);
        // beside an infinite mean the rest is ∞ − ∞
        Arrays.setAll(
                means,
                line -> Double.isInfinite(means[line]) ? means[line] : means[line] + lost[line] / lines.length());
        return means;
    }

    /**
     * The same in floats. A plain sum of some thousand equal ones is off by so much that the second pass has to make good
     * what each of its own additions rounds off: Kahan, 1965.
     */
    static double[] ofFloats(double[] entries, Lines lines) {
        float[] means = new float[lines.count()];
        float[] lost = new float[means.length];
        float[] excess = new float[means.length]; // of what is lost over what was added

        lines.visit((line, at) -> means[line] += (float) entries[at]);
        for (int line = 0; line < means.length; line++) {
            means[line] /= lines.length();
        }
        lines.visit((line, at) -> {
            float corrected = ((float) entries[at] - means[line]) - excess[line];
            float next = lost[line] + corrected;
            excess[line] = (next - lost[line]) - corrected;
            lost[line] = next;
        });
        double[] result = new double[means.length];
        Arrays.setAll(
                result,
                line -> Float.isInfinite(means[line]) ? means[line] : means[line] + lost[line] / lines.length());
        return result;
    }
}
