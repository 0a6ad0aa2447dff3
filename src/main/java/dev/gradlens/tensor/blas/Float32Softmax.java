package dev.gradlens.tensor.blas;

/** Softmax cross-entropy of one example, in floats, with the exponentials and the logarithm taken in doubles. */
final class Float32Softmax {
    private Float32Softmax() {}

    /**
     * −Σ y·log softmax(z) of the n entries from {@code at} on; d ← c · its gradient by z, P·Σy − y.
     *
     * @param c 1/m, where the mean over m examples is wanted
     */
    static double row(float[] z, float[] y, float[] d, int at, int n, float c) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int j = at; j < at + n; j++) {
            largest = Math.max(largest, z[j]); // NaN if either is
        }
        double sum = 0;
        for (int j = at; j < at + n; j++) {
            double e = Math.exp(z[j] - largest);
            d[j] = (float) e;
            sum += e;
        }
        return finish(z, y, d, at, n, c, largest, sum);
    }

    /**
     * The rest, once d holds exp(z − largest). P·Σy − y is written as P·(Σy − y) − y·(1 − P), with 1 − P as the sum of the
     * others where P is above ¾: nothing nearly cancels when y is a class and P is close to it.
     */
    static double finish(float[] z, float[] y, float[] d, int at, int n, float c, float largest, double sum) {
        double logSum = Math.log(sum);
        double cost = 0;
        double targets = 0;
        int dominant = -1;
        for (int j = at; j < at + n; j++) {
            targets += y[j];
            if (y[j] != 0) {
                cost += y[j] * (logSum - (z[j] - largest));
            }
            dominant = d[j] > 0.75 * sum ? j : dominant;
        }
        double others = 0;
        for (int j = at; j < at + n; j++) {
            others += j == dominant ? 0 : d[j];
        }
        double share = 1 / sum;
        for (int j = at; j < at + n; j++) {
            double p = d[j] * share;
            double complement = j == dominant ? others * share : 1 - p;
            d[j] = (float) (c * (p * (targets - y[j]) - y[j] * complement));
        }
        return cost;
    }
}
