package dev.gradlens.wire.arrays.safetensors;

import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.NumbersWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a header that is padded with spaces to a multiple of eight, and the numbers behind it. */
final class SafetensorsWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private SafetensorsWriter() {}

    static void write(List<NamedArray> arrays, String response, OutputStream stream) throws IOException {
        byte[] header = header(arrays, response);
        int padding = Math.floorMod(-header.length, Long.BYTES);
        stream.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length + padding)
                .array());
        stream.write(header);
        stream.write(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
        for (NamedArray array : arrays) {
            NumbersWriter.write(array, stream);
        }
    }

    private static byte[] header(List<NamedArray> arrays, String response) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), header)) {
            json.writeStartObject();
            json.writeObjectPropertyStart(SafetensorsFormat.METADATA);
            json.writeStringProperty(SafetensorsFormat.RESPONSE, response);
            json.writeEndObject();
            long next = 0;
            for (NamedArray array : arrays) {
                long end = next + NumbersWriter.length(array);
                tensor(array, next, end, json);
                next = end;
            }
            json.writeEndObject();
        }
        return header.toByteArray();
    }

    private static void tensor(NamedArray array, long begin, long end, JsonGenerator json) {
        json.writeObjectPropertyStart(array.name());
        json.writeStringProperty("dtype", array.datatype().name());
        json.writeName("shape");
        long[] shape =
                array.shape().lengths().stream().mapToLong(Long::longValue).toArray();
        json.writeArray(shape, 0, shape.length);
        json.writeName("data_offsets");
        json.writeArray(new long[] {begin, end}, 0, 2);
        json.writeEndObject();
    }
}
