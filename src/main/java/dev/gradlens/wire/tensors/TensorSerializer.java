package dev.gradlens.wire.tensors;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a tensor as nested arrays; the generator is set to write NaN and infinities as strings. */
final class TensorSerializer extends StdSerializer<Tensor> {
    TensorSerializer() {
        super(Tensor.class);
    }

    @Override
    public void serialize(Tensor tensor, JsonGenerator json, SerializationContext context) {
        if (tensor.isVector()) {
            writeRow(tensor, 0, json);
        } else {
            writeRows(tensor, json);
        }
    }

    private static void writeRows(Tensor tensor, JsonGenerator json) {
        json.writeStartArray();
        for (int i = 0; i < tensor.writtenRows(); i++) {
            writeRow(tensor, i, json);
        }
        json.writeEndArray();
    }

    private static void writeRow(Tensor tensor, int i, JsonGenerator json) {
        json.writeStartArray();
        for (int j = 0; j < tensor.writtenColumns(); j++) {
            new Real(tensor.at(i, j), tensor.isSingle()).write(json);
        }
        json.writeEndArray();
    }
}
