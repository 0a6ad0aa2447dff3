package dev.gradlens.wire.tensors;

import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes tensors of requests as arrays, whatever form they were sent in, where a request is told back. */
final class InputSerializers {
    private InputSerializers() {}

    /** An array of rows. */
    static final class OfMatrices extends StdSerializer<MatrixInput> {
        OfMatrices() {
            super(MatrixInput.class);
        }

        @Override
        public void serialize(MatrixInput matrix, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (int row = 0; row < matrix.rows(); row++) {
                json.writeArray(matrix.values(), row * matrix.columns(), matrix.columns());
            }
            json.writeEndArray();
        }
    }

    /** An array of numbers. */
    static final class OfVectors extends StdSerializer<VectorInput> {
        OfVectors() {
            super(VectorInput.class);
        }

        @Override
        public void serialize(VectorInput vector, JsonGenerator json, SerializationContext context) {
            json.writeArray(vector.values(), 0, vector.size());
        }
    }

    /** An array of integers. */
    static final class OfIntegers extends StdSerializer<IntegersInput> {
        OfIntegers() {
            super(IntegersInput.class);
        }

        @Override
        public void serialize(IntegersInput integers, JsonGenerator json, SerializationContext context) {
            int[] values =
                    integers.values().stream().mapToInt(Objects::requireNonNull).toArray();
            json.writeArray(values, 0, values.length);
        }
    }
}
