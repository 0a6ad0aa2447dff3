package dev.gradlens.wire.http;

import dev.gradlens.wire.AnsweredEvents;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.server.ServerHttpResponse;

/** Lets a stream of events write itself. */
final class AnsweredEventsConverter extends AbstractHttpMessageConverter<AnsweredEvents> {
    AnsweredEventsConverter() {
        super(MediaType.TEXT_EVENT_STREAM);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return AnsweredEvents.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected void writeInternal(AnsweredEvents answer, HttpOutputMessage message) throws IOException {
        ServerHttpResponse response = (ServerHttpResponse) message;
        response.getHeaders().setCacheControl(CacheControl.noStore());
        response.getHeaders().set("X-Accel-Buffering", "no"); // a proxy that waits for more would show nothing
        answer.write(new FlushedBody(response.getBody(), response));
    }

    @Override
    protected AnsweredEvents readInternal(Class<? extends AnsweredEvents> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("an answer is not read");
    }
}
