package dev.gradlens.wire.openapi;

import dev.gradlens.wire.tensors.IntegersInput;
import dev.gradlens.wire.tensors.MatrixInput;
import dev.gradlens.wire.tensors.Real;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.VectorInput;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas of tensors, which read and write themselves. */
final class Tensors {
    static final String REAL = "Real";
    private static final String MATRIX = "Matrix";
    private static final String VECTOR = "Vector";
    private static final String MATRIX_INPUT = "MatrixInput";
    private static final String VECTOR_INPUT = "VectorInput";
    private static final String INTEGERS_INPUT = "IntegersInput";

    private Tensors() {}

    /** The name of the schema of a type of tensor, null for any other type. */
    static @Nullable String nameOf(Class<?> type, boolean vector) {
        if (type == Tensor.class) {
            return vector ? VECTOR : MATRIX;
        } else if (type == MatrixInput.class) {
            return MATRIX_INPUT;
        } else if (type == VectorInput.class) {
            return VECTOR_INPUT;
        } else if (type == IntegersInput.class) {
            return INTEGERS_INPUT;
        }
        return type == Real.class ? REAL : null;
    }

    /** All of them by their names. */
    static Map<String, Schema<?>> all() {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        schemas.put(REAL, real());
        schemas.put(VECTOR, vector().description("A vector, an entry for each unit or example."));
        schemas.put(MATRIX, Parts.array(vector()).description("A matrix, as an array of rows."));
        schemas.put(MATRIX_INPUT, matrixInput());
        schemas.put(
                VECTOR_INPUT,
                flatOrColumn(Parts.of(Parts.NUMBER), Parts.of(Parts.NUMBER))
                        .description("A vector, as an array of numbers or as a column `[[1], [2]]`."));
        schemas.put(
                INTEGERS_INPUT,
                flatOrColumn(Parts.of(Parts.INTEGER, "int32"), Parts.of(Parts.INTEGER, "int32"))
                        .description("Integers, as an array or as a column `[[1], [2]]`."));
        return schemas;
    }

    private static Schema<?> real() {
        Schema<?> notFinite = Parts.names(List.of("NaN", "Infinity", "-Infinity"));
        return Parts.oneOf(List.of(Parts.of(Parts.NUMBER, "double"), notFinite))
                .description("A number that was computed, printed with the digits that tell it from its neighbours;"
                        + " a string where it is not finite.");
    }

    private static Schema<?> vector() {
        return Parts.array(Parts.reference(REAL));
    }

    private static Schema<?> matrixInput() {
        return Parts.filled(Parts.filled(Parts.of(Parts.NUMBER)))
                .description("A matrix of finite numbers, as an array of rows of the same length.");
    }

    private static Schema<?> flatOrColumn(Schema<?> entry, Schema<?> entryOfColumn) {
        return Parts.oneOf(List.of(
                Parts.filled(entry), Parts.filled(Parts.filled(entryOfColumn).maxItems(1))));
    }
}
