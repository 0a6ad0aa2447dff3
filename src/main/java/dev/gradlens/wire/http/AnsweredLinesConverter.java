package dev.gradlens.wire.http;

import dev.gradlens.wire.AnsweredLines;
import java.io.IOException;
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
        answer.write(new FlushedBody(response.getBody(), response));
    }

    @Override
    protected AnsweredLines<?> readInternal(Class<? extends AnsweredLines<?>> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("an answer is not read");
    }
}
