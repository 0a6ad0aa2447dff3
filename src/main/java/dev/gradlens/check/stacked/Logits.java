package dev.gradlens.check.stacked;

/**
 * The logits of a softmax, each beside the largest of its example, so that nothing overflows and small probabilities keep
 * their digits.
 */
final class Logits {
    private final Workspace workspace;
    private final LargestLogits known;
    private final double[][] exponentials;
    private final double[] moveOfLargest;

    /**
     * @param logits m×units
     */
    Logits(Workspace workspace, double[] logits, int units) {
        this.workspace = workspace;
        this.known = LargestLogits.of(logits, units);
        this.exponentials = workspace.spreadAll(known.exponentials(), units);
        this.moveOfLargest = workspace.scratch(0);
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
        return known.ofLargest()[example];
    }

    /** By how much the largest logit of each example moves, valid until the next call. */
    double[] moveOfLargest(Moved moved) {
        int columns = workspace.columns();
        for (int i = 0; i < workspace.examples(); i++) {
            double[] largest = moved.units()[known.unit()[i]];
            System.arraycopy(largest, i * columns, moveOfLargest, i * columns, columns);
        }
        return moveOfLargest;
    }
}
