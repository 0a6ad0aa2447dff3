package dev.gradlens.model.web;

import dev.gradlens.model.web.PredictionAnswer.ModelWarning;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.tensors.Encoding;
import dev.gradlens.wire.tensors.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns numbers into tensors of an answer, and notes those that are not finite. */
final class Numbers {
    private final Precision precision;
    private final Encoding encoding;
    private final List<ModelWarning> warnings = new ArrayList<>();

    Numbers(Precision precision, Encoding encoding) {
        this.precision = precision;
        this.encoding = encoding;
    }

    /** A matrix as it is. */
    @Nullable
    Tensor matrix(@Nullable Integer layer, String name, @Nullable Values values) {
        return values == null
                ? null
                : written(layer, name, Tensor.matrix(values.rows(), values.columns(), values.rowMajor()));
    }

    @Nullable
    Tensor vector(@Nullable Integer layer, String name, @Nullable Values values) {
        return values == null ? null : written(layer, name, Tensor.vector(values.rowMajor()));
    }

    private Tensor written(@Nullable Integer layer, String name, Tensor tensor) {
        int notFinite = tensor.nonFinite();
        if (notFinite > 0) {
            warnings.add(ModelWarning.nonFinite(layer, name, notFinite));
        }
        Tensor encoded = tensor.in(encoding);
        return precision == Precision.FLOAT32 ? encoded.inSinglePrecision() : encoded;
    }

    /** One for each tensor that has entries which are not finite. */
    List<ModelWarning> warnings() {
        return List.copyOf(warnings);
    }
}
