package dev.gradlens.wire.http;

import dev.gradlens.wire.AnsweredLines;
import java.io.FilterOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.server.ServerHttpResponse;

/** Lets an answer of lines write itself. */
final class AnsweredLinesConverter extends AbstractHttpMessageConverter<AnsweredLines<?>> {
    AnsweredLinesConverter() {
        super(MediaType.APPLICATION_NDJSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return AnsweredLines.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected void writeInternal(AnsweredLines<?> answer, HttpOutputMessage message) throws IOException {
        ServerHttpResponse response = (ServerHttpResponse) message;
        answer.write(new Flushed(response.getBody(), response));
    }

    @Override
    protected AnsweredLines<?> readInternal(Class<? extends AnsweredLines<?>> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("an answer is not read");
    }

    /** A body that can be flushed, which Spring's own ignores: the answer as a whole flushes it. */
    private static final class Flushed extends FilterOutputStream {
        private final Flushable answer;

        Flushed(OutputStream body, Flushable answer) {
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
}
