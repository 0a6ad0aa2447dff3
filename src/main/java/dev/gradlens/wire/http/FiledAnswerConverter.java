package dev.gradlens.wire.http;

import dev.gradlens.wire.arrays.FiledAnswer;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer as a file of arrays where the client accepts that rather than JSON. */
final class FiledAnswerConverter extends AbstractHttpMessageConverter<FiledAnswer> {
    private final JsonMapper json;

    FiledAnswerConverter(JsonMapper json) {
        super(FileFormat.mediaTypes().toArray(MediaType[]::new));
        this.json = json;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return FiledAnswer.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected void writeInternal(FiledAnswer answer, HttpOutputMessage message) throws IOException {
        FileFormat file =
                FileFormat.of(Objects.requireNonNull(message.getHeaders().getContentType()));
        FiledAnswer.Filed filed = answer.filed();
        file.format().write(filed.arrays(), json.writeValueAsString(filed.document()), message.getBody());
    }

    @Override
    protected FiledAnswer readInternal(Class<? extends FiledAnswer> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("an answer is not read");
    }
}
