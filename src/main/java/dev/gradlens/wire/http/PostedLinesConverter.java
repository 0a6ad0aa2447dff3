package dev.gradlens.wire.http;

import dev.gradlens.wire.Posted;
import dev.gradlens.wire.PostedLines;
import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.admission.MemoryBudget;
import dev.gradlens.wire.json.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.SmartHttpMessageConverter;

/** Reads the body that a controller takes as {@code @RequestBody PostedLines<SomeRequest, SomeOther>}. */
final class PostedLinesConverter implements SmartHttpMessageConverter<PostedLines<?, ?>> {
    private final JsonReader json;
    private final BodyGuard guard;

    PostedLinesConverter(JsonReader json, BodyGuard guard) {
        this.json = json;
        this.guard = guard;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        return type.resolve() == PostedLines.class && MediaType.APPLICATION_NDJSON.equalsTypeAndSubtype(media);
    }

    @Override
    public PostedLines<?, ?> read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        PostedConverter.refuseEncoded(message.getHeaders());
        BodyLines lines = guard.openLines(message);
        BodyLine first = lines.next();
        if (first == null) {
            throw new UnreadableException(1, 1, "The body is empty; lines that are JSON documents are expected.");
        }
        guard.holdUntilTheEnd(first.share());
        return new Read<>(posted(parameter(type, 0), first), first.share(), lines, parameter(type, 1));
    }

    private static Class<?> parameter(ResolvableType type, int index) {
        return Objects.requireNonNull(type.getGeneric(index).resolve());
    }

    private <T> Posted<T> posted(Class<T> type, BodyLine line) {
        RefusedException refusal = line.refusal();
        if (refusal != null) {
            throw refusal;
        }
        try {
            return PostedConverter.posted(type, json.read(line.text()));
        } catch (UnreadableException unreadable) {
            throw new UnreadableException(line.number(), unreadable.column(), unreadable.sentence());
        }
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_NDJSON);
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType media) {
        return false;
    }

    @Override
    public void write(
            PostedLines<?, ?> posted,
            ResolvableType type,
            @Nullable MediaType media,
            HttpOutputMessage message,
            @Nullable Map<String, Object> hints) {
        throw new UnsupportedOperationException("lines that were posted are not written");
    }

    /** Lines of which the first was read. */
    private final class Read<F, L> implements PostedLines<F, L> {
        private final Posted<F> first;
        private final MemoryBudget.Share share;
        private final BodyLines further;
        private final Class<L> type;

        Read(Posted<F> first, MemoryBudget.Share share, BodyLines further, Class<L> type) {
            this.first = first;
            this.share = share;
            this.further = further;
            this.type = type;
        }

        @Override
        public Posted<F> first() {
            return first;
        }

        @Override
        public @Nullable Line<L> next() throws IOException {
            BodyLine line = further.next();
            return line == null ? null : new ReadLine<>(line, type);
        }

        @Override
        public void reserve(long bytes) {
            share.grow(bytes);
        }
    }

    /** One of the others. */
    private final class ReadLine<L> implements PostedLines.Line<L> {
        private final BodyLine line;
        private final Class<L> type;

        ReadLine(BodyLine line, Class<L> type) {
            this.line = line;
            this.type = type;
        }

        @Override
        public int number() {
            return line.number();
        }

        @Override
        public int length() {
            return line.text().length;
        }

        @Override
        public Posted<L> read() {
            return posted(type, line);
        }

        @Override
        public void close() {
            line.share().close();
        }
    }
}
