package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PieceTests {
    private static final byte[] TEXT = {'[', '1', ']'};

    private final Piece piece = new Piece(8);

    @BeforeEach
    void fill() {
        piece.append('[');
        piece.append('1');
        piece.append(']');
    }

    @Test
    void isTextOfItsLength() {
        assertThat(piece.getValue()).isEqualTo("[1]");
        assertThat(piece.charLength()).isEqualTo(3);
        assertThat(piece.asUnquotedUTF8()).isEqualTo(TEXT);
        assertThat(piece.room()).isEqualTo(5);
    }

    @Test
    void isPutWhereThereIsRoom() throws IOException {
        byte[] bytes = new byte[5];
        char[] characters = new char[5];
        ByteBuffer buffer = ByteBuffer.allocate(3);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        assertThat(piece.appendUnquotedUTF8(bytes, 2)).isEqualTo(3);
        assertThat(piece.appendUnquoted(characters, 2)).isEqualTo(3);
        assertThat(piece.putUnquotedUTF8(buffer)).isEqualTo(3);
        assertThat(piece.writeUnquotedUTF8(stream)).isEqualTo(3);

        assertThat(bytes).containsExactly(0, 0, '[', '1', ']');
        assertThat(characters).containsExactly('\0', '\0', '[', '1', ']');
        assertThat(buffer.array()).isEqualTo(TEXT);
        assertThat(stream.toByteArray()).isEqualTo(TEXT);
    }

    @Test
    void saysWhereThereIsNoRoom() {
        assertThat(piece.appendUnquotedUTF8(new byte[5], 3)).isEqualTo(-1);
        assertThat(piece.appendUnquoted(new char[5], 3)).isEqualTo(-1);
        assertThat(piece.putUnquotedUTF8(ByteBuffer.allocate(2))).isEqualTo(-1);
    }

    @Test
    void isNoString() {
        assertThatThrownBy(piece::asQuotedUTF8).isInstanceOf(UnsupportedOperationException.class);
    }
}
