package dev.gradlens.wire.arrays;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gradlens.wire.Fault;
import dev.gradlens.wire.arrays.npz.NpzFormat;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Whatever was done to a file, it is read or refused, and nothing is allocated that the limits do not allow. */
class DamagedArraysLawsTests {
    private static final DataSize TOTAL = DataSize.ofKilobytes(512);
    private static final ArrayLimits LIMITS =
            new ArrayLimits(100, DataSize.ofKilobytes(256), TOTAL, DataSize.ofKilobytes(4), 1032);
    private static final int FILES = 2500;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<byte[]> zips = files("datatypes.npz", "streamed-stored.npz", "compressed.npz", "shapes.npz");
    private final List<byte[]> tensors = files("datatypes.safetensors", "unordered.safetensors");

    private static List<byte[]> files(String... names) {
        return List.of(names).stream().map(ArrayFiles::file).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsOrRefusesDamagedZips(long seed) {
        Damage damage = new Damage(new Random(seed), zips);

        for (int i = 0; i < FILES; i++) {
            readOrRefuse(new NpzFormat(), damage.next());
        }
    }

    /** Zips that are sound, with members that are not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsOrRefusesDamagedMembers(long seed) throws IOException {
        Random random = new Random(seed);
        Damage damage = new Damage(random, List.of(member("datatypes.npz"), member("fortran.npz")));

        for (int i = 0; i < FILES; i++) {
            readOrRefuse(new NpzFormat(), zip(damage.next(), random.nextBoolean()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsOrRefusesDamagedTensors(long seed) {
        Damage damage = new Damage(new Random(seed), tensors);

        for (int i = 0; i < FILES; i++) {
            readOrRefuse(new SafetensorsFormat(), damage.next());
        }
    }

    private static void readOrRefuse(ArrayFormat format, byte[] file) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        ArrayFiles.Read read = ArrayFiles.read(format, file, LIMITS);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(2 * TOTAL.toBytes());
        for (Fault fault : read.faults()) {
            assertThat(fault.pointer().text()).startsWith("/arrays");
            assertThat(fault.detail()).isNotBlank().doesNotContain("Exception", "java", "jackson");
        }
    }

    private static byte[] member(String file) {
        byte[] zip = ArrayFiles.file(file);
        int start = 0;
        while (zip[start] != (byte) 0x93) {
            start++;
        }
        return Arrays.copyOfRange(zip, start, Math.min(zip.length, start + 300));
    }

    private static byte[] zip(byte[] member, boolean repeated) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < (repeated ? 3 : 1); i++) {
                zip.putNextEntry(new ZipEntry("W" + i + ".npy"));
                zip.write(member);
            }
        }
        return file.toByteArray();
    }
}
