package dev.gradlens.wire.arrays.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradlens.wire.arrays.ArrayRefusedException;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.Shape;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyHeaderTests {
    @Test
    void readsWhatNumpyWrites() {
        NpyHeader header = NpyHeader.parse("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }         \n");

        assertThat(header.shape()).isEqualTo(Shape.of(3, 4));
        assertThat(header.numbers().datatype()).isEqualTo(Datatype.F64);
        assertThat(header.numbers().bytes()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.numbers().firstAxisFastest()).isFalse();
    }

    @Test
    void readsAnyOrderOfKeysQuotesAndWhiteSpace() {
        NpyHeader header = NpyHeader.parse("\n{ \"shape\" :( 5 , ),\t'fortran_order':True,\r\n'descr':\">i4\"}");

        assertThat(header.shape()).isEqualTo(Shape.of(5));
        assertThat(header.numbers().datatype()).isEqualTo(Datatype.I32);
        assertThat(header.numbers().bytes()).isEqualTo(ByteOrder.BIG_ENDIAN);
        assertThat(header.numbers().firstAxisFastest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3,)",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3,,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3 4)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-3,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (03,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3L,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': [3]}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': '3'}",
                "{'descr': '<f8', 'fortran_order': 0, 'shape': (3,)}",
                "{'descr': '<f8', 'fortran_order': Falsehood, 'shape': (3,)}",
                "{'descr': '<f8', 'fortran_order': None, 'shape': (3,)}",
                "{'descr': '<f8', 'fortran_order': False}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), 'more': True}",
                "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (3,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3,)} ()",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3,)}\0",
                "{'descr': '<f8\\'', 'fortran_order': False, 'shape': (3,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (3,) 'x': True}",
                "{'descr': True, 'fortran_order': False, 'shape': (3,)}",
                "{'descr': '', 'fortran_order': False, 'shape': (3,)}",
                "{'descr': '|f8', 'fortran_order': False, 'shape': (3,)}",
                "{'descr': '=f8', 'fortran_order': False, 'shape': (3,)}",
                "{'descr': 'f8', 'fortran_order': False, 'shape': (3,)}",
                "{'descr': '|O', 'fortran_order': False, 'shape': (3,)}",
                "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (3,)}",
                "__import__('os').system('true')"
            })
    void refusesEverythingElse(String text) {
        assertThatExceptionOfType(ArrayRefusedException.class)
                .isThrownBy(() -> NpyHeader.parse(text))
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith("has "));
    }

    @Test
    void refusesAShapeThatCannotBeCounted() {
        NpyHeader header =
                NpyHeader.parse("{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296)}");

        assertThatExceptionOfType(ArrayRefusedException.class)
                .isThrownBy(header.shape()::count)
                .satisfies(refusal -> assertThat(refusal.reason()).contains("more numbers than can be counted"));
    }

    @Test
    void showsASideThatIsTooLongAsItWasSent() {
        assertThatExceptionOfType(ArrayRefusedException.class)
                .isThrownBy(() ->
                        NpyHeader.parse("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 99999999999999999999)}"))
                .satisfies(refusal -> assertThat(refusal.reason())
                        .isEqualTo("has a shape with a side of '99999999999999999999', more than can be counted"));
    }
}
