package dev.gradlens.wire.arrays;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.bind.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.util.unit.DataSize;

/** Files of arrays for tests, and what is read of them. */
public final class ArrayFiles {
    public static final ArrayLimits LIMITS =
            new ArrayLimits(100, DataSize.ofMegabytes(1), DataSize.ofMegabytes(2), DataSize.ofMegabytes(1), 1032);

    private ArrayFiles() {}

    /**
     * What was read.
     *
     * @param arrays that could be read
     * @param faults that were said
     */
    public record Read(List<NamedArray> arrays, List<Fault> faults) {}

    /** A file that stands beside {@code make_arrays.py}. */
    public static byte[] file(String name) {
        try (InputStream file = Objects.requireNonNull(ArrayFiles.class.getResourceAsStream("/arrays/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Read read(ArrayFormat format, byte[] file) {
        return read(format, file, LIMITS);
    }

    public static Read read(ArrayFormat format, byte[] file, ArrayLimits limits) {
        Faults faults = new Faults();
        Place place = new Place(Pointer.of("arrays"), faults);
        List<NamedArray> arrays = format.read(file, new ArrayMemory(limits, bytes -> {}), place);
        return new Read(arrays, faults.list());
    }

    public static byte[] written(ArrayFormat format, String response, NamedArray... arrays) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            format.write(List.of(arrays), response, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
