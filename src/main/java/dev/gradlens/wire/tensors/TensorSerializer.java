package dev.gradlens.wire.tensors;

import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a tensor in its encoding; the generator is set to write NaN and infinities as strings. */
final class TensorSerializer extends StdSerializer<Tensor> {
    TensorSerializer() {
        super(Tensor.class);
    }

    @Override
    public void serialize(Tensor tensor, JsonGenerator json, SerializationContext context) {
        switch (tensor.encoding()) {
            case NESTED -> NumberArrays.writeNested(tensor, json);
            case FLAT -> writeFlat(tensor, json);
            case BASE64 -> writeBase64(tensor, json);
            case SUMMARY -> SummaryWriter.write(tensor, json);
        }
    }

    private static void writeFlat(Tensor tensor, JsonGenerator json) {
        writeHead(tensor, json);
        json.writeName(FlatForm.DATA);
        NumberArrays.writeFlat(tensor, json);
        json.writeEndObject();
    }

    private static void writeBase64(Tensor tensor, JsonGenerator json) {
        writeHead(tensor, json);
        json.writeName(FlatForm.BASE64);
        int length = Math.toIntExact(TensorBytes.length(tensor));
        json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, new TensorBytes(tensor), length);
        json.writeEndObject();
    }

    private static void writeHead(Tensor tensor, JsonGenerator json) {
        json.writeStartObject();
        writeShape(tensor, json);
        json.writeStringProperty(FlatForm.DATATYPE, (tensor.isSingle() ? Datatype.FP32 : Datatype.FP64).name());
    }

    static void writeShape(Tensor tensor, JsonGenerator json) {
        json.writeName(FlatForm.SHAPE);
        int[] shape = tensor.shape();
        json.writeArray(shape, 0, shape.length);
    }
}
