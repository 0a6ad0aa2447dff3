package dev.gradlens.wire.openapi;

import dev.gradlens.wire.tensors.ComputedMatrixInput;
import dev.gradlens.wire.tensors.ComputedVectorInput;
import dev.gradlens.wire.tensors.IntegersInput;
import dev.gradlens.wire.tensors.MatrixInput;
import dev.gradlens.wire.tensors.Real;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.VectorInput;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas of tensors, which read and write themselves: each is one of the forms that it may have. */
final class Tensors {
    static final String REAL = "Real";
    static final int MATRIX_AXES = 2;
    private static final String MATRICES = "Matrices";
    private static final String MATRIX = "Matrix";
    private static final String VECTOR = "Vector";
    private static final String MATRIX_INPUT = "MatrixInput";
    private static final String VECTOR_INPUT = "VectorInput";
    private static final String INTEGERS_INPUT = "IntegersInput";
    private static final String NOT_FINITE =
            " an entry that is not finite is one of the strings NaN, Infinity, -Infinity.";
    private static final String COMPUTED_MATRIX_INPUT = "ComputedMatrixInput";
    private static final String COMPUTED_VECTOR_INPUT = "ComputedVectorInput";

    private Tensors() {}

    /** The name of the schema of a type of tensor, null for any other type. */
    static @Nullable String nameOf(Class<?> type, int axes) {
        if (type == Tensor.class) {
            return axes == MATRIX_AXES ? MATRIX : axes < MATRIX_AXES ? VECTOR : MATRICES;
        } else if (type == MatrixInput.class) {
            return MATRIX_INPUT;
        } else if (type == VectorInput.class) {
            return VECTOR_INPUT;
        } else if (type == IntegersInput.class) {
            return INTEGERS_INPUT;
        } else if (type == ComputedMatrixInput.class) {
            return COMPUTED_MATRIX_INPUT;
        } else if (type == ComputedVectorInput.class) {
            return COMPUTED_VECTOR_INPUT;
        }
        return type == Real.class ? REAL : null;
    }

    /** All of them by their names. */
    static Map<String, Schema<?>> all() {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>(FlatTensors.all());
        schemas.put(REAL, real());
        schemas.put(VECTOR, written(reals(), "A vector, an entry for each unit or example"));
        schemas.put(MATRIX, written(Parts.array(row()), "A matrix, as an array of rows"));
        schemas.put(
                MATRICES,
                written(Parts.array(untyped("A matrix, an array of rows.")), "Matrices, each as an array of rows"));
        schemas.put(
                MATRIX_INPUT,
                sent(List.of(Parts.filled(row())))
                        .description("A matrix of finite numbers, as an array of rows of the same length, or flat."));
        schemas.put(
                VECTOR_INPUT,
                sent(arrayOrColumn(Parts.of(Parts.NUMBER), Parts.of(Parts.NUMBER)))
                        .description("A vector, as an array of numbers, as a column `[[1], [2]]`, or flat with the"
                                + " shape `[n]` or `[n, 1]`."));
        schemas.put(
                INTEGERS_INPUT,
                sent(arrayOrColumn(Parts.of(Parts.INTEGER, "int32"), Parts.of(Parts.INTEGER, "int32")))
                        .description("Integers, as an array, as a column `[[1], [2]]`, or flat with the shape `[n]` or"
                                + " `[n, 1]`."));
        schemas.put(
                COMPUTED_MATRIX_INPUT,
                computed(List.of(Parts.filled(untyped("A row, an array of numbers or of the three strings."))))
                        .description(
                                "A matrix that the client computed, as an array of rows of the same length, or flat;"
                                        + NOT_FINITE));
        schemas.put(
                COMPUTED_VECTOR_INPUT,
                computed(arrayOrColumn(Parts.reference(REAL), Parts.reference(REAL)))
                        .description("A vector that the client computed, as an array, as a column `[[1], [2]]`, or flat"
                                + " with the shape `[n]` or `[n, 1]`;" + NOT_FINITE));
        return schemas;
    }

    private static Schema<?> real() {
        Schema<?> notFinite = Parts.names(List.of("NaN", "Infinity", "-Infinity"));
        return Parts.oneOf(List.of(Parts.of(Parts.NUMBER, "double"), notFinite))
                .description("A number that was computed, printed with the digits that tell it from its neighbours;"
                        + " a string where it is not finite.");
    }

    static Schema<?> reals() {
        return Parts.array(Parts.reference(REAL));
    }

    private static Schema<?> row() {
        return untyped("A row, an array of numbers.");
    }

    /** An item of an alternative: for one that is an array, generators of Java clients write code that does not compile. */
    private static Schema<?> untyped(String text) {
        return new JsonSchema().description(text);
    }

    /** A tensor of an answer, which a field of the request gives its form. */
    private static Schema<?> written(Schema<?> nested, String text) {
        return Parts.oneOf(List.of(nested, Parts.reference(FlatTensors.WRITTEN)))
                .description(text + " unless the request's `tensors.format` says otherwise.");
    }

    private static Schema<?> sent(List<Schema<?>> nested) {
        return inForms(nested, FlatTensors.FLAT_INPUT);
    }

    private static Schema<?> computed(List<Schema<?>> nested) {
        return inForms(nested, FlatTensors.COMPUTED_FLAT_INPUT);
    }

    private static Schema<?> inForms(List<Schema<?>> nested, String flat) {
        List<Schema<?>> forms = new ArrayList<>(nested);
        forms.add(Parts.reference(flat));
        forms.add(Parts.reference(FlatTensors.BASE64_INPUT));
        return Parts.oneOf(forms);
    }

    private static List<Schema<?>> arrayOrColumn(Schema<?> entry, Schema<?> entryOfColumn) {
        return List.of(
                Parts.filled(entry), Parts.filled(Parts.filled(entryOfColumn).maxItems(1)));
    }
}
