package dev.gradlens.wire.http;

import java.io.FilterOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;

/** A body that can be flushed, which Spring's own ignores: the answer as a whole flushes it. */
final class FlushedBody extends FilterOutputStream {
    private final Flushable answer;

    FlushedBody(OutputStream body, Flushable answer) {
        super(body);
        this.answer = answer;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        answer.flush();
    }
}
