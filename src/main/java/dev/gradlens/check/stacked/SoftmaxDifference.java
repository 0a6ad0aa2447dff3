package dev.gradlens.check.stacked;

/** By how much the probabilities of a softmax move. */
final class SoftmaxDifference implements StackedActivation {
    private final Workspace workspace;
    private final Logits logits;

    SoftmaxDifference(Workspace workspace, double[] argument, int units) {
        this.workspace = workspace;
        this.logits = new Logits(workspace, argument, units);
    }

    @Override
    public boolean mixesUnits() {
        return true;
    }

    @Override
    public void apply(Moved moved) {
        double[] ofLargest = logits.moveOfLargest(moved);
        for (int i = 0; i < workspace.examples(); i++) {
            double known = logits.ofLargest(i);
            for (int index = i * workspace.columns(); index < (i + 1) * workspace.columns(); index++) {
                apply(moved.units(), index, ofLargest[index], known);
            }
        }
    }

    private void apply(double[][] d, int index, double ofLargest, double known) {
        double sum = 0;
        for (int u = 0; u < logits.units(); u++) {
            double exponential = logits.exponential(u)[index] * Math.exp(d[u][index] - ofLargest);
            d[u][index] = exponential;
            sum += exponential;
        }
        for (int u = 0; u < logits.units(); u++) {
            d[u][index] = d[u][index] / sum - logits.exponential(u)[index] * known;
        }
    }
}
