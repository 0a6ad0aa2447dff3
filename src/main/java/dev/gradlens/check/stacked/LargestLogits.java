package dev.gradlens.check.stacked;

/**
 * What is known of the logits of a softmax, each beside the largest of its example.
 *
 * @param unit which one is the largest of each example
 * @param exponentials exp(z − z of the largest), m×units
 * @param ofLargest 1/Σ exp(z − z of the largest): the probability of the largest of each example
 */
record LargestLogits(int[] unit, double[] exponentials, double[] ofLargest) {

    /**
     * @param logits m×units
     */
    static LargestLogits of(double[] logits, int units) {
        int examples = logits.length / units;
        LargestLogits known = new LargestLogits(new int[examples], new double[logits.length], new double[examples]);
        for (int i = 0; i < examples; i++) {
            known.look(logits, i, units);
        }
        return known;
    }

    private void look(double[] logits, int example, int units) {
        int first = example * units;
        int largest = largest(logits, first, units);
        double rest = 0;
        for (int k = 0; k < units; k++) {
            exponentials[first + k] = Math.exp(logits[first + k] - logits[first + largest]);
            rest += k == largest ? 0 : exponentials[first + k];
        }
        unit[example] = largest;
        ofLargest[example] = 1 / (1 + rest);
    }

    private static int largest(double[] logits, int first, int units) {
        int largest = 0;
        for (int k = 1; k < units; k++) {
            largest = logits[first + k] > logits[first + largest] ? k : largest;
        }
        return largest;
    }
}
