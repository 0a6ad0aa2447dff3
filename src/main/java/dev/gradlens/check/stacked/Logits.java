package dev.gradlens.check.stacked;

/**
 * The logits of a softmax, each beside the largest of its example, so that nothing overflows and small probabilities keep
 * their digits.
 */
final class Logits {
    private final Workspace workspace;
    private final int[] largest;
    private final double[][] exponentials;
    private final double[] rest;
    private final double[] moveOfLargest;

    /**
     * @param logits m×units
     */
    Logits(Workspace workspace, double[] logits, int units) {
        this.workspace = workspace;
        this.largest = new int[workspace.examples()];
        double[] beside = new double[logits.length];
        this.rest = new double[workspace.examples()];
        for (int i = 0; i < largest.length; i++) {
            largest[i] = largest(logits, i * units, units);
            for (int k = 0; k < units; k++) {
                beside[i * units + k] = Math.exp(logits[i * units + k] - logits[i * units + largest[i]]);
                rest[i] += k == largest[i] ? 0 : beside[i * units + k];
            }
        }
        this.exponentials = workspace.spreadAll(beside, units);
        this.moveOfLargest = workspace.scratch(0);
    }

    private static int largest(double[] logits, int first, int units) {
        int largest = 0;
        for (int k = 1; k < units; k++) {
            largest = logits[first + k] > logits[first + largest] ? k : largest;
        }
        return largest;
    }

    int units() {
        return exponentials.length;
    }

    /** exp(zᵤ − z of the largest), in every column the same. */
    double[] exponential(int u) {
        return exponentials[u];
    }

    /** 1/Σ exp(zᵤ − z of the largest): the probability of the largest. */
    double ofLargest(int example) {
        return 1 / (1 + rest[example]);
    }

    /** By how much the largest logit of each example moves, valid until the next call. */
    double[] moveOfLargest(Moved moved) {
        int columns = workspace.columns();
        for (int i = 0; i < largest.length; i++) {
            System.arraycopy(moved.units()[largest[i]], i * columns, moveOfLargest, i * columns, columns);
        }
        return moveOfLargest;
    }
}
