package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.NumbersWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes members that are stored and not compressed: numbers hardly shrink, and a reader may map the file. */
final class NpzWriter {
    /** The earliest time that a zip can say, so that the same arrays give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** The numbers begin at a multiple of this, as the format asks for. */
    private static final int ALIGNMENT = 64;

    /** The magic bytes, the version and the length of the header, of two bytes. */
    private static final int PREFIX = 10;

    private NpzWriter() {}

    static void write(List<NamedArray> arrays, String response, OutputStream stream) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(stream);
        for (NamedArray array : arrays) {
            byte[] header = header(array);
            add(zip, array.name() + NpzFormat.SUFFIX, header.length + NumbersWriter.length(array), target -> {
                target.write(header);
                NumbersWriter.write(array, target);
            });
        }
        byte[] text = response.getBytes(StandardCharsets.UTF_8);
        add(zip, NpzFormat.RESPONSE, text.length, target -> target.write(text));
        zip.finish();
    }

    /** Something that can be written twice: the checksum of a member stands before it. */
    private interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    private static void add(ZipOutputStream zip, String name, long size, Content content) throws IOException {
        CRC32 crc = new CRC32();
        content.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static byte[] header(NamedArray array) {
        String dictionary = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }"
                .formatted(description(array.datatype()), tuple(array));
        int length = PREFIX + dictionary.length() + 1;
        int padding = Math.floorMod(-length, ALIGNMENT);
        ByteBuffer header = ByteBuffer.allocate(length + padding).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        header.putShort((short) (length + padding - PREFIX));
        header.put((dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }

    private static String description(Datatype datatype) {
        return switch (datatype) {
            case F32 -> "<f4";
            case F64 -> "<f8";
            case I64 -> "<i8";
            default -> throw new IllegalArgumentException(datatype + " is not written");
        };
    }

    private static String tuple(NamedArray array) {
        return array.shape().lengths().stream().map(length -> length + ",").collect(Collectors.joining(" ", "(", ")"));
    }
}
