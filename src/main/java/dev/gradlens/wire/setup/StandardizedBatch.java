package dev.gradlens.wire.setup;

import dev.gradlens.network.Standardization;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import dev.gradlens.wire.tensors.MatrixInput;

/** Does to the examples of a request what a model does to every example, and says which numbers it makes too large. */
final class StandardizedBatch {
    private final Standardization standardization;
    private final Precision precision;
    private final Layout layout;

    StandardizedBatch(Standardization standardization, Precision precision, Layout layout) {
        this.standardization = standardization;
        this.precision = precision;
        this.layout = layout;
    }

    /**
     * The examples standardized.
     *
     * @param x with an example in each row
     * @param sent the same as it was sent, at this place
     */
    Values apply(Values x, MatrixInput sent, Place place) {
        Values standardized = standardization.apply(x);
        for (int i = 0; i < standardized.size(); i++) {
            if (!Double.isFinite(precision.round(standardized.rowMajor()[i]))) {
                sent.fault(
                        place,
                        sentEntry(i, x),
                        "is beyond the range of %s once the model has standardized it, got %s"
                                .formatted(WireNames.of(precision), x.rowMajor()[i]));
            }
        }
        return standardized;
    }

    private int sentEntry(int i, Values x) {
        int example = i / x.columns();
        int feature = i % x.columns();
        return layout == Layout.ROWS ? i : feature * x.rows() + example;
    }
}
