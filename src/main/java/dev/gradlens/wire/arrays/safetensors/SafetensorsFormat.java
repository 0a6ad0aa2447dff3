package dev.gradlens.wire.arrays.safetensors;

import dev.gradlens.wire.arrays.ArrayFormat;
import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.ArrayRefusedException;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.NumbersReader;
import dev.gradlens.wire.bind.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes safetensors: eight bytes that say how long the header is, the header in JSON, and the bytes of the
 * tensors. Whatever order the header names them in, the tensors have to fill those bytes without a hole, an overlap or a
 * rest, as the format asks for. Of the metadata the text {@code response} is
 * read, which the service's own files have; others are passed over.
 */
public final class SafetensorsFormat implements ArrayFormat {
    static final String METADATA = "__metadata__";
    static final String RESPONSE = "response";

    @Override
    public boolean isBegunBy(byte[] file) {
        return file.length > Long.BYTES && file[Long.BYTES] == '{';
    }

    @Override
    public List<NamedArray> read(byte[] file, ArrayMemory memory, Place arrays) {
        try {
            Header header = Header.read(file, memory);
            List<Entry> entries = header.entries(arrays);
            new Tiling(header.length()).check(entries, arrays);
            return read(file, header.end(), entries, memory, arrays);
        } catch (ArrayRefusedException refused) {
            arrays.fault(refused.reason());
            return List.of();
        }
    }

    @Override
    public Optional<String> response(byte[] file, ArrayMemory memory) {
        return Optional.ofNullable(Header.read(file, memory).response());
    }

    private static List<NamedArray> read(
            byte[] file, int start, List<Entry> entries, ArrayMemory memory, Place arrays) {
        List<NamedArray> read = new ArrayList<>();
        for (Entry entry : entries) {
            Place place = arrays.member(entry.name());
            if (place.isSound()) {
                try {
                    read.add(read(file, start, entry, memory));
                } catch (ArrayRefusedException refused) {
                    place.fault(refused.reason());
                }
            }
        }
        return read;
    }

    private static NamedArray read(byte[] file, int start, Entry entry, ArrayMemory memory) {
        int length = (int) (entry.end() - entry.begin());
        ByteArrayInputStream bytes = new ByteArrayInputStream(file, start + (int) entry.begin(), length);
        try {
            double[] values = new NumbersReader(entry.datatype(), ByteOrder.LITTLE_ENDIAN, false)
                    .read(bytes, entry.shape(), memory);
            return new NamedArray(entry.name(), entry.shape(), entry.datatype(), values);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void write(List<NamedArray> arrays, String response, OutputStream stream) throws IOException {
        SafetensorsWriter.write(arrays, response, stream);
    }
}
