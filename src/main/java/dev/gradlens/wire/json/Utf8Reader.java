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
 * out everything before a wrong byte first, so that a parser knows where that byte is; and it never gives out what follows
 * an opening bracket together with it, so that the numbers of an array can be read past the parser.
 */
public final class Utf8Reader extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** No character has more bytes. */
    private static final int LONGEST = 4;

    private final ByteWindow window;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean atStart = true;

    /** Reads a stream; a wrong byte is told by a {@link NotUtf8Exception}. */
    public Utf8Reader(InputStream stream) {
        this(new ByteWindow(stream));
    }

    Utf8Reader(ByteWindow window) {
        this.window = window;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer characters = CharBuffer.wrap(target, offset, length).slice();
        while (length > 0 && characters.position() == 0) {
            CoderResult result = decode(characters, length);
            dropByteOrderMark(target, offset, characters);
            if (characters.position() == 0 && !goOn(result)) {
                return -1;
            }
        }
        return characters.position();
    }

    private CoderResult decode(CharBuffer characters, int most) {
        int position = window.position();
        int end = endOfPart(position, most);
        ByteBuffer part = ByteBuffer.wrap(window.bytes(), position, end - position);
        CoderResult result = decoder.decode(part, characters, window.isEnded() && end == window.limit());
        window.moveTo(part.position());
        return result;
    }

    /** The place behind the next bracket; that behind all bytes, or behind about so many, where none opens before. */
    private int endOfPart(int position, int most) {
        byte[] bytes = window.bytes();
        int end = Math.min(window.limit(), position + Math.max(most, LONGEST));
        for (int i = position; i < end; i++) {
            if (bytes[i] == '[') {
                return i + 1;
            }
        }
        return end;
    }

    /** Gets more bytes, false where there are none and none are left over. */
    private boolean goOn(CoderResult result) throws IOException {
        if (result.isError()) {
            throw new NotUtf8Exception();
        }
        if (window.isEnded() && window.position() == window.limit()) {
            return false;
        }
        window.fill();
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
        window.close();
    }
}
