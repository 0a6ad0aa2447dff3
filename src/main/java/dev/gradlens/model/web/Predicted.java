package dev.gradlens.model.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.FiledAnswer;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.tensors.Encoding;
import java.util.List;

/**
 * What a model said, which is written once it is known how the client wants it.
 *
 * @param outputs A of the last layer, an example in each row
 * @param loss of the model
 * @param precision of the outputs
 * @param layout of the answer
 * @param encoding of a tensor in JSON
 */
record Predicted(Values outputs, Loss loss, Precision precision, Layout layout, Encoding encoding)
        implements FiledAnswer {
    private static final String A = "A";

    @JsonValue
    PredictionAnswer document() {
        Numbers numbers = new Numbers(precision, encoding);
        return new PredictionAnswer(
                numbers.matrix(null, A, laidOut()), Labels.of(outputs, loss).orElse(null), numbers.warnings());
    }

    @Override
    public Filed filed() {
        PredictionAnswer whole = document();
        Values a = laidOut();
        Datatype datatype = precision == Precision.FLOAT32 ? Datatype.F32 : Datatype.F64;
        NamedArray array = new NamedArray(A, Shape.of(a.rows(), a.columns()), datatype, a.rowMajor());
        return new Filed(new PredictionAnswer(null, whole.labels(), whole.warnings()), List.of(array));
    }

    private Values laidOut() {
        return layout == Layout.ROWS ? outputs : outputs.transposed();
    }
}
