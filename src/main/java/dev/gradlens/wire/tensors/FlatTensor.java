package dev.gradlens.wire.tensors;

import dev.gradlens.wire.Count;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.RecordReader;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.tensors.FlatShape.Rank;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that was sent as an object.
 *
 * @param rows m
 * @param columns n; 1 for a vector
 * @param values row by row; not finite where an entry is no number that is taken, which then has been said
 * @param form whether they were sent as numbers or as bytes
 */
record FlatTensor(int rows, int columns, double[] values, Form form) {

    /** Null where shape and numbers are not both known or do not fit; what is wrong is said. */
    static @Nullable FlatTensor read(JsonObject object, Rank rank, NonFinite nonFinite, Place tensor) {
        FlatForm sent = RecordReader.read(FlatForm.class, object, tensor);
        if (sent == null) {
            return null;
        }
        sent.requireNumbersOnce(tensor);
        FlatShape shape = FlatShape.of(sent.shape(), rank, tensor.member(FlatForm.SHAPE));
        FlatTensor ofData = sent.data() == null ? null : ofData(sent.data(), sent.datatype(), shape, nonFinite, tensor);
        FlatTensor ofBytes =
                sent.base64() == null ? null : ofBytes(sent.base64(), sent.datatype(), shape, nonFinite, tensor);
        return ofData == null ? ofBytes : ofData;
    }

    private static @Nullable FlatTensor ofData(
            JsonValue data, @Nullable Datatype datatype, @Nullable FlatShape shape, NonFinite nonFinite, Place tensor) {
        double[] values = FlatData.read(data, datatype, nonFinite, tensor);
        if (values == null || shape == null) {
            return null;
        }
        if (!shape.has(values.length)) {
            tensor.member(FlatForm.DATA)
                    .fault("has %s, but shape %s needs %d"
                            .formatted(Count.of(values.length, "number", "numbers"), shape.inWords(), shape.size()));
            return null;
        }
        return of(shape, values, Form.FLAT);
    }

    private static @Nullable FlatTensor ofBytes(
            String base64, @Nullable Datatype datatype, @Nullable FlatShape shape, NonFinite nonFinite, Place tensor) {
        double[] values = Base64Numbers.read(base64, datatype, shape, nonFinite, tensor);
        return values == null || shape == null ? null : of(shape, values, Form.BASE64);
    }

    private static FlatTensor of(FlatShape shape, double[] values, Form form) {
        return new FlatTensor((int) shape.rows(), (int) shape.columns(), values, form);
    }
}
