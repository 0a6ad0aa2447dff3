package dev.gradlens.inspection.web;

import dev.gradlens.inspection.web.InspectionAnswer.WarningAnswer;
import dev.gradlens.network.normalization.Jacobian;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.tensors.PreparedTexts;
import dev.gradlens.wire.tensors.Real;
import dev.gradlens.wire.tensors.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns numbers into the layout and the precision that were asked for, and sends each tensor to its destination, by its
 * name without the part of the answer before it ({@code direct} for {@code paths.direct}). Notes those that are not
 * finite, wherever they go.
 */
final class Tensors {
    private final Layout layout;
    private final boolean single;
    private final Destination destination;
    private final PreparedTexts texts = new PreparedTexts();
    private final List<WarningAnswer> warnings = new ArrayList<>();

    Tensors(Layout layout, Precision precision, Destination destination) {
        this.layout = layout;
        this.single = precision == Precision.FLOAT32;
        this.destination = destination;
    }

    /** A single number. */
    Real real(double value) {
        return new Real(value, single);
    }

    /** A plain array that is always shown, and not noted. */
    Tensor series(double... values) {
        return inPrecision(Tensor.vector(values));
    }

    /** A matrix that has an example in each row. */
    @Nullable
    Tensor examples(@Nullable Integer layer, String name, @Nullable Values values) {
        if (values == null) {
            return null;
        }
        Tensor tensor = Tensor.matrix(values.rows(), values.columns(), values.rowMajor());
        return tensor(layer, name, layout == Layout.ROWS ? tensor : tensor.transposed());
    }

    /** W or its gradient, which are the same in both layouts. */
    @Nullable
    Tensor weights(int layer, String name, @Nullable Values values) {
        return values == null
                ? null
                : tensor(layer, name, Tensor.matrix(values.rows(), values.columns(), values.rowMajor()));
    }

    /** A square matrix for each unit or example, the same in both layouts. */
    @Nullable
    Tensor squares(int layer, String name, Jacobian jacobian) {
        int[] shape = {jacobian.groups(), jacobian.size(), jacobian.size()};
        return tensor(layer, name, Tensor.of(shape, jacobian.entries()));
    }

    /** A vector, whichever way it lies. */
    @Nullable
    Tensor vector(int layer, String name, @Nullable Values values) {
        return values == null ? null : tensor(layer, name, Tensor.vector(values.rowMajor()));
    }

    /** A tensor that is the same in both layouts. */
    @Nullable
    Tensor tensor(@Nullable Integer layer, String name, Tensor tensor) {
        note(layer, name, tensor);
        Tensor shown = destination.place(layer, name, inPrecision(tensor));
        return shown == null ? null : texts.add(shown);
    }

    /** The answer is complete, and is about to be written. */
    void begin() {
        texts.begin();
    }

    private Tensor inPrecision(Tensor tensor) {
        return single ? tensor.inSinglePrecision() : tensor;
    }

    void note(@Nullable Integer layer, String name, double... values) {
        note(layer, name, Tensor.vector(values));
    }

    private void note(@Nullable Integer layer, String name, Tensor tensor) {
        int notFinite = tensor.nonFinite();
        if (notFinite > 0) {
            warnings.add(new WarningAnswer(
                    WarningCode.NON_FINITE, layer, name, notFinite, "the computation gave NaN or infinity here"));
        }
    }

    List<WarningAnswer> warnings() {
        return warnings;
    }
}
