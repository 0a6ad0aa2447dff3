package dev.gradlens.check.stacked;

import java.util.ArrayList;
import java.util.List;

/** Arrays of one length that are allocated once and lent again for each layer whose parameters are moved. */
final class Buffers {
    private final int length;
    private final List<double[]> arrays = new ArrayList<>();
    private final List<double[]> scratch = new ArrayList<>();
    private int lent;

    Buffers(int length) {
        this.length = length;
    }

    /** One that nobody holds, with any numbers in it. */
    double[] take() {
        if (lent == arrays.size()) {
            arrays.add(new double[length]);
        }
        return arrays.get(lent++);
    }

    double[][] take(int count) {
        double[][] taken = new double[count][];
        for (int k = 0; k < count; k++) {
            taken[k] = take();
        }
        return taken;
    }

    /** One of those that all share: whoever uses it next overwrites it. */
    double[] scratch(int number) {
        while (scratch.size() <= number) {
            scratch.add(new double[length]);
        }
        return scratch.get(number);
    }

    /** Takes all of them back, but for the shared ones. */
    void takeBack() {
        lent = 0;
    }
}
