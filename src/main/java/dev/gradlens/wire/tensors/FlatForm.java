package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that is an object, with its numbers in one of the last two.
 *
 * @param shape the lengths of its axes, the outermost first
 * @param datatype what its numbers are
 * @param data the numbers, row by row
 * @param base64 their bytes
 */
@Called("a flat tensor")
record FlatForm(
        List<@Nullable Long> shape,
        Datatype datatype,
        @Nullable JsonValue data,
        @Nullable String base64) {
    static final String SHAPE = "shape";
    static final String DATATYPE = "datatype";
    static final String DATA = "data";
    static final String BASE64 = "base64";

    /** Says so where the numbers are missing or stand there twice. */
    void requireNumbersOnce(Place tensor) {
        boolean said = !tensor.member(DATA).isSound() || !tensor.member(BASE64).isSound();
        if (data == null && base64 == null && !said) {
            tensor.member(DATA).fault("is missing; a flat tensor has data or base64");
        }
        if (data != null && base64 != null) {
            tensor.member(BASE64).fault("stands beside data; a flat tensor has one of data and base64");
        }
    }
}
