package dev.gradlens.diagnosis;

import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Whether tensors differ by more than they were rounded. */
final class Effect {
    /** What is left of a sum that should be 0, beside the largest gradient of its layer. */
    private static final double NOTHING = 1e-12;

    private static final double TENFOLD = 10;

    private Effect() {}

    /** Whether some tensor that was sent is off by more than ten times its rounding. */
    static boolean isVisible(Map<Site, Values> sent, Map<Site, Values> right, Rounding rounding) {
        return sent.keySet().stream()
                .anyMatch(site -> !right.containsKey(site) || !isSame(site, sent, right, rounding, TENFOLD));
    }

    /** Whether some tensor that was sent is off by more than a share of the largest gradient of its layer. */
    static boolean isVisible(Map<Site, Values> sent, Map<Site, Values> right, double share) {
        return sent.keySet().stream().anyMatch(site -> !right.containsKey(site) || !isSame(site, sent, right, share));
    }

    private static boolean isSame(Site site, Map<Site, Values> one, Map<Site, Values> other, double share) {
        double[] a = one.get(site).rowMajor();
        double[] b = other.get(site).rowMajor();
        double distance = share * scale(site, other);
        return a.length == b.length && IntStream.range(0, a.length).allMatch(i -> isSame(a[i], b[i], distance));
    }

    /** Whether a tensor is the same but for its rounding. */
    static boolean isSame(Site site, Map<Site, Values> one, Map<Site, Values> other, Rounding rounding) {
        return isSame(site, one, other, rounding, 1);
    }

    private static boolean isSame(
            Site site, Map<Site, Values> one, Map<Site, Values> other, Rounding rounding, double times) {
        double[] a = one.get(site).rowMajor();
        double[] b = other.get(site).rowMajor();
        double floor = NOTHING * scale(site, other);
        return a.length == b.length
                && IntStream.range(0, a.length)
                        .allMatch(i -> isSame(
                                a[i], b[i], floor + times * (rounding.halfUnit(a[i]) + rounding.halfUnit(b[i]))));
    }

    private static boolean isSame(double a, double b, double distance) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= distance;
    }

    /** Whether a right tensor is 0 but for the rounding of arithmetic, as db is before batch normalization. */
    static boolean isNothing(Site site, Map<Site, Values> right) {
        return largest(right.get(site)) <= NOTHING * scale(site, right);
    }

    /** The largest entry of a layer's gradients. */
    static double scale(Site site, Map<Site, Values> tensors) {
        return tensors.entrySet().stream()
                .filter(tensor -> tensor.getKey().layer() == site.layer())
                .filter(tensor ->
                        tensor.getKey().step().isForward() == site.step().isForward())
                .mapToDouble(tensor -> largest(tensor.getValue()))
                .max()
                .orElse(0);
    }

    private static double largest(Values values) {
        return Arrays.stream(values.rowMajor())
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
