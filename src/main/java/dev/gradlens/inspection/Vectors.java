package dev.gradlens.inspection;

/** Norms and angles of gradients, scaled so that squares neither overflow nor vanish. */
final class Vectors {
    private Vectors() {}

    static double norm(double[] x) {
        double largest = largest(x);
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double entry : x) {
            sum += (entry / largest) * (entry / largest);
        }
        return largest * Math.sqrt(sum);
    }

    /** The cosine of the angle between two vectors; NaN if one is 0. */
    static double cosine(double[] x, double[] y) {
        double largestOfX = largest(x);
        double largestOfY = largest(y);
        double product = 0;
        for (int i = 0; i < x.length; i++) {
            product += (x[i] / largestOfX) * (y[i] / largestOfY);
        }
        double cosine = product / (norm(x) / largestOfX) / (norm(y) / largestOfY);
        return Double.isNaN(cosine) ? cosine : Math.clamp(cosine, -1, 1);
    }

    /** The largest |entry|; NaN if one is. */
    private static double largest(double[] x) {
        double largest = 0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
