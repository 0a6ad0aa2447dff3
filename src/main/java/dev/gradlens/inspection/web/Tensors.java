package dev.gradlens.inspection.web;

import dev.gradlens.inspection.web.InspectionAnswer.WarningAnswer;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.tensors.Real;
import dev.gradlens.wire.tensors.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts numbers on the wire in the layout and the precision that were asked for, and notes those that are not finite. */
final class Tensors {
    private final Layout layout;
    private final boolean single;
    private final List<WarningAnswer> warnings = new ArrayList<>();

    Tensors(Layout layout, Precision precision) {
        this.layout = layout;
        this.single = precision == Precision.FLOAT32;
    }

    /** A single number. */
    Real real(double value) {
        return new Real(value, single);
    }

    /** A vector whose numbers are not noted. */
    Tensor vector(double... values) {
        return inPrecision(Tensor.vector(values));
    }

    private Tensor inPrecision(Tensor tensor) {
        return single ? tensor.inSinglePrecision() : tensor;
    }

    /** A matrix that has an example in each row. */
    Tensor examples(@Nullable Integer layer, String name, Values values) {
        note(layer, name, values.rowMajor());
        Tensor tensor = matrix(values);
        return layout == Layout.ROWS ? tensor : tensor.transposed();
    }

    /** The same; absent where there is none. */
    @Nullable
    Tensor examplesOrNull(@Nullable Integer layer, String name, @Nullable Values values) {
        return values == null ? null : examples(layer, name, values);
    }

    /** W or its gradient, which are the same in both layouts. */
    @Nullable
    Tensor weights(int layer, String name, @Nullable Values values) {
        if (values == null) {
            return null;
        }
        note(layer, name, values.rowMajor());
        return matrix(values);
    }

    private Tensor matrix(Values values) {
        return inPrecision(Tensor.matrix(values.rows(), values.columns(), values.rowMajor()));
    }

    /** A vector, whichever way it lies. */
    @Nullable
    Tensor vector(int layer, String name, @Nullable Values values) {
        if (values == null) {
            return null;
        }
        note(layer, name, values.rowMajor());
        return vector(values.rowMajor());
    }

    void note(@Nullable Integer layer, String name, double... values) {
        int notFinite = 0;
        for (double value : values) {
            notFinite += Double.isFinite(value) ? 0 : 1;
        }
        if (notFinite > 0) {
            warnings.add(new WarningAnswer(
                    WarningCode.NON_FINITE, layer, name, notFinite, "the computation gave NaN or infinity here"));
        }
    }

    List<WarningAnswer> warnings() {
        return warnings;
    }
}
