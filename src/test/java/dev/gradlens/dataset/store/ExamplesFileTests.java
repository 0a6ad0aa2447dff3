package dev.gradlens.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Targets;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesFileTests {
    private static final Values X = new Values(3, 2, new double[] {1, -0.0, 1e-320, 4, 0.1, 1.7e308});

    static Stream<Targets> targets() {
        return Stream.of(
                new Targets.Classes(new int[] {0, 2, 1}),
                new Targets.Numbers(new Values(3, 2, new double[] {1, 2, 3, 4, 5, 6.5})),
                new Targets.None());
    }

    private static byte[] written(Targets targets) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ExamplesFile.write(new Examples(X, targets), file);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void readsWhatItWrote(Targets targets) {
        Examples read = ExamplesFile.read(written(targets));

        assertThat(read).usingRecursiveComparison().isEqualTo(new Examples(X, targets));
    }

    @Test
    void writesLabelsAsIntegers() {
        byte[] file = written(new Targets.Classes(new int[] {0, 2, 1}));

        assertThat(new String(file, 8, 200, StandardCharsets.ISO_8859_1))
                .contains("\"labels\":{\"dtype\":\"I64\",\"shape\":[3],");
        assertThat(Arrays.copyOfRange(file, file.length - 24, file.length))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void saysThatADamagedFileIsOne() {
        byte[] file = written(new Targets.None());

        assertThatThrownBy(() -> ExamplesFile.read(Arrays.copyOf(file, file.length - 1)))
                .isInstanceOf(UnavailableException.class);
    }
}
