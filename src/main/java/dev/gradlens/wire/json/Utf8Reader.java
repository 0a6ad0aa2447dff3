package dev.gradlens.wire.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Characters of a stream that has to be UTF-8, with or without a byte order mark. Unlike the platform's reader it gives
 * out everything before a wrong byte first, so that a parser knows where that byte is.
 */
final class Utf8Reader extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).flip();
    private boolean atStart = true;
    private boolean ended;

    Utf8Reader(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer characters = CharBuffer.wrap(target, offset, length).slice();
        while (length > 0 && characters.position() == 0) {
            CoderResult result = decoder.decode(buffer, characters, ended);
            dropByteOrderMark(target, offset, characters);
            if (characters.position() == 0 && !goOn(result)) {
                return -1;
            }
        }
        return characters.position();
    }

    /** Gets more bytes, false where there are none and none are left over. */
    private boolean goOn(CoderResult result) throws IOException {
        if (result.isError()) {
            throw new NotUtf8Exception();
        }
        if (ended) {
            return false;
        }
        buffer.compact();
        int read = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
        ended = read < 0;
        buffer.position(buffer.position() + Math.max(read, 0)).flip();
        return true;
    }

    private void dropByteOrderMark(char[] target, int offset, CharBuffer characters) {
        int count = characters.position();
        if (atStart && count > 0) {
            atStart = false;
            if (target[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(target, offset + 1, target, offset, count - 1);
                characters.position(count - 1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
