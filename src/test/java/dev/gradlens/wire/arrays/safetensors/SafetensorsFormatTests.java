package dev.gradlens.wire.arrays.safetensors;

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

class SafetensorsFormatTests {
    private final SafetensorsFormat safetensors = new SafetensorsFormat();

    static List<String> files() {
        return ExpectedArrays.files(".safetensors");
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatTheFormatDescribes(String name) {
        byte[] file = file(name);

        ArrayFiles.Read read = read(safetensors, file);

        assertThat(safetensors.isBegunBy(file)).isTrue();
        ExpectedArrays.assertRead(name, read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            overlap       | /arrays/b | overlaps the tensor 'a'
            same-bytes    | /arrays/b | overlaps the tensor 'a'
            hole          | /arrays/b | leaves a hole of 8 bytes before it
            rest          | /arrays   | has 16 bytes behind its last tensor
            beyond        | /arrays/b | from 16 to 40, which is no part of the 32 bytes there are
            backwards     | /arrays/b | from 32 to 16, which is no part
            size          | /arrays/b | has 16 bytes for 3 (a vector) of F64
            overflow      | /arrays/b | more numbers than can be counted
            negative      | /arrays/b | has a shape that is no array of integers from 0 on
            fraction      | /arrays/b | has a shape that is no array of integers from 0 on
            f8            | /arrays/b | has the dtype 'F8_E4M3', which is not read; those read are F16, BF16
            large-integer | /arrays/a | integers beyond ±2^53 are not exact
            large-unsigned | /arrays/a | holds 9007199254740993; integers beyond ±2^53 are not exact
            metadata      | /arrays   | has __metadata__ that are no object of strings
            path          | /arrays   | named '../a'
            twins         | /arrays   | line 1, column 56: The key 'a' stands twice in one object.
            field         | /arrays/a | described by something else than dtype, shape and data_offsets
            array         | /arrays   | has a header that is no object of JSON
            json          | /arrays   | has a header that is not JSON
            space-first   | /arrays   | has a header that is no object of JSON
            header        | /arrays   | says that its header has 9223372036854775808 bytes
            cut           | /arrays   | ends within its header
            """)
    void refusesWithTheReason(String name, String pointer, String words) {
        byte[] file = file("refused-" + name + ".safetensors");

        List<Fault> faults = read(safetensors, file).faults();

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).hasToString(pointer);
            assertThat(fault.detail()).contains(words);
        });
    }

    @Test
    void refusesEveryTruncationAndEveryMoreByte() {
        byte[] file = file("datatypes.safetensors");

        for (int length = 0; length < file.length; length++) {
            assertThat(read(safetensors, Arrays.copyOf(file, length)).faults()).isNotEmpty();
        }
        assertThat(read(safetensors, Arrays.copyOf(file, file.length + 1)).faults())
                .extracting(Fault::detail)
                .containsExactly("has 1 bytes behind its last tensor");
    }

    @Test
    void countsTensorsAndTheirMemory() {
        ArrayLimits few = new ArrayLimits(7, LIMITS.one(), LIMITS.total(), LIMITS.header(), 1032);
        ArrayLimits little = new ArrayLimits(10, DataSize.ofBytes(32), DataSize.ofMegabytes(1), LIMITS.header(), 1032);
        ArrayLimits shortHeader = new ArrayLimits(10, LIMITS.one(), LIMITS.total(), DataSize.ofBytes(64), 1032);
        byte[] file = file("datatypes.safetensors");

        assertThat(read(safetensors, file, few).faults())
                .extracting(Fault::detail)
                .containsExactly("has 8 tensors, and at most 7 are read");
        assertThat(read(safetensors, file, little).faults())
                .extracting(Fault::detail)
                .containsExactly("has 6 numbers, and at most 4 are read");
        assertThat(read(safetensors, file, shortHeader).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).endsWith("and at most 64 are read"));
    }
}
