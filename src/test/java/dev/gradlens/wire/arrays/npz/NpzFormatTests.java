package dev.gradlens.wire.arrays.npz;

import static dev.gradlens.wire.arrays.ArrayFiles.LIMITS;
import static dev.gradlens.wire.arrays.ArrayFiles.file;
import static dev.gradlens.wire.arrays.ArrayFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.arrays.ArrayFiles;
import dev.gradlens.wire.arrays.ArrayLimits;
import dev.gradlens.wire.arrays.ExpectedArrays;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

class NpzFormatTests {
    private final NpzFormat npz = new NpzFormat();

    static List<String> files() {
        return ExpectedArrays.files(".npz");
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatNumpyWrites(String name) {
        byte[] file = file(name);

        ArrayFiles.Read read = read(npz, file);

        assertThat(npz.isBegunBy(file)).isTrue();
        ExpectedArrays.assertRead(name, read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            objects         | /arrays/b | pickled objects are refused
            structured      | /arrays/b | structured datatype
            complex         | /arrays/b | '<c16', which is not read
            text            | /arrays/b | '<U3', which is not read
            large-integer   | /arrays/b | 9007199254740993; integers beyond ±2^53 are not exact
            large-unsigned  | /arrays/b | holds 18446744073709551615; integers beyond ±2^53 are not exact
            long-double     | /arrays/b | '<f16', which is not read
            boolean         | /arrays/b | holds the byte 7 as a boolean
            version         | /arrays/b | npy format 4.0; 1.0, 2.0 and 3.0 are read
            short           | /arrays/b | has 23 bytes for 3 (a vector) of F64, which takes 8 bytes a number
            long            | /arrays/b | has 25 bytes for 3 (a vector) of F64
            pickle          | /arrays/b | ends within its header
            lzma            | /arrays/b | stored and deflated members are
            bomb            | /arrays/b | has 3000000 numbers, and at most 131072 are read
            twins           | /arrays   | two members named 'b.npy'
            path            | /arrays   | named '../b'
            other-member    | /arrays   | named 'notes.txt'
            """)
    void refusesWithTheReason(String name, String pointer, String words) {
        byte[] file = file("refused-" + name + ".npz");

        List<Fault> faults = read(npz, file).faults();

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).hasToString(pointer);
            assertThat(fault.detail()).contains(words);
        });
    }

    @Test
    void refusesEveryTruncation() {
        byte[] file = file("datatypes.npz");

        for (int length = 0; length < file.length; length++) {
            assertThat(read(npz, Arrays.copyOf(file, length)).faults()).hasSize(1);
        }
    }

    @Test
    void refusesBytesBeforeAndBehind() {
        byte[] file = file("fortran.npz");
        byte[] behind = Arrays.copyOf(file, file.length + 1);
        byte[] before = new byte[file.length + 1];
        System.arraycopy(file, 0, before, 1, file.length);

        assertThat(read(npz, behind).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("something may stand behind it"));
        assertThat(read(npz, before).faults()).hasSize(1);
    }

    @Test
    void noticesEveryFlippedBitOfTheNumbers() {
        byte[] file = file("fortran.npz");
        int number = indexOf(file, (byte) '\n') + 3;

        for (int bit = 0; bit < Byte.SIZE; bit++) {
            byte[] damaged = file.clone();
            damaged[number] ^= (byte) (1 << bit);

            assertThat(read(npz, damaged).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.detail()).contains("checksum"));
        }
    }

    private static int indexOf(byte[] file, byte wanted) {
        int index = 0;
        while (file[index] != wanted) {
            index++;
        }
        return index;
    }

    @Test
    void refusesAnEncryptedMember() {
        byte[] file = file("fortran.npz");
        int directory = indexOfDirectory(file);
        file[6] |= 1;
        file[directory + 8] |= 1;

        assertThat(read(npz, file).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).hasToString("/arrays/W");
            assertThat(fault.detail()).isEqualTo("is encrypted");
        });
    }

    private static int indexOfDirectory(byte[] file) {
        int index = 0;
        while (file[index] != 'P' || file[index + 1] != 'K' || file[index + 2] != 1) {
            index++;
        }
        return index;
    }

    @Test
    void countsArraysAndTheirMemory() {
        ArrayLimits few = new ArrayLimits(2, LIMITS.one(), LIMITS.total(), LIMITS.header(), LIMITS.compression());
        ArrayLimits little = new ArrayLimits(10, DataSize.ofBytes(100), DataSize.ofBytes(200), LIMITS.header(), 1032);

        assertThat(read(npz, file("shapes.npz"), few).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("at most"));
        assertThat(read(npz, file("shapes.npz"), little).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).hasToString("/arrays/cube"));
        assertThat(read(npz, file("versions.npz"), little).faults())
                .extracting(Fault::detail)
                .containsExactly("brings the arrays to 36 numbers, and at most 25 are read");
    }

    @Test
    void refusesAHigherCompressionThanIsAllowed() {
        ArrayLimits mild =
                new ArrayLimits(10, DataSize.ofMegabytes(64), DataSize.ofMegabytes(64), LIMITS.header(), 100);

        assertThat(read(npz, file("refused-bomb.npz"), mild).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("at most 100 times as many are read"));
    }
}
