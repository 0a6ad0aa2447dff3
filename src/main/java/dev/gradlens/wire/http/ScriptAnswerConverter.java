package dev.gradlens.wire.http;

import dev.gradlens.wire.ScriptAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Writes an answer as a program where the client accepts that rather than JSON. */
final class ScriptAnswerConverter extends AbstractHttpMessageConverter<ScriptAnswer> {
    static final MediaType PYTHON = MediaType.parseMediaType(ScriptAnswer.MEDIA_TYPE + ";charset=utf-8");

    ScriptAnswerConverter() {
        super(PYTHON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return ScriptAnswer.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected void writeInternal(ScriptAnswer answer, HttpOutputMessage message) throws IOException {
        message.getHeaders().setContentType(PYTHON);
        message.getBody().write(answer.script().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected ScriptAnswer readInternal(Class<? extends ScriptAnswer> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("an answer is not read");
    }
}
