package dev.gradlens.wire.http;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.InvalidRequestException;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.UnsupportedMediaException;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.RecordReader;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.setup.ExamplesForm;
import dev.gradlens.wire.setup.SetupForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.SmartHttpMessageConverter;

/** Reads the body that a controller takes as {@code @RequestBody Posted<SomeRequest>}. */
final class PostedConverter implements SmartHttpMessageConverter<Posted<?>> {
    private static final MediaType ANY_JSON = new MediaType("application", "*+json");

    private final JsonReader reader;
    private final BodyGuard guard;
    private final PartsBody parts;

    PostedConverter(JsonReader reader, BodyGuard guard, PartsBody parts) {
        this.reader = reader;
        this.guard = guard;
        this.parts = parts;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        return type.resolve() == Posted.class
                && (media == null || isJson(media) || ((isParts(media) || isFile(media)) && takesArrays(type)));
    }

    private static boolean isFile(MediaType media) {
        return FileFormat.mediaTypes().stream().anyMatch(media::equalsTypeAndSubtype);
    }

    private static boolean isParts(MediaType media) {
        return MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(media);
    }

    /** Whether there are places in a request where arrays can be put. */
    private static boolean takesArrays(ResolvableType type) {
        Class<?> form = type.getGeneric().resolve(Object.class);
        return SetupForm.class.isAssignableFrom(form) || ExamplesForm.class.isAssignableFrom(form);
    }

    private static boolean isJson(MediaType media) {
        return MediaType.APPLICATION_JSON.includes(media) || ANY_JSON.includes(media);
    }

    @Override
    public Posted<?> read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        refuseEncoded(message.getHeaders());
        Class<?> record = Objects.requireNonNull(type.getGeneric().resolve());
        Faults faults = new Faults();
        MediaType media = message.getHeaders().getContentType();
        GuardedBody body = guard.open(message);
        return posted(record, tree(record, media, body, faults), faults);
    }

    private JsonValue tree(Class<?> form, @Nullable MediaType media, GuardedBody body, Faults faults)
            throws IOException {
        if (media != null && isParts(media)) {
            return parts.read(form, media, body, faults);
        }
        return media != null && isFile(media) ? parts.readFile(media, body, faults) : tree(body);
    }

    static void refuseEncoded(HttpHeaders headers) {
        refuseCharset(headers.getContentType());
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new UnsupportedMediaException("The body has to come without Content-Encoding.");
        }
    }

    static void refuseCharset(@Nullable MediaType media) {
        Charset charset = media == null ? null : media.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new UnsupportedMediaException("The body has to be in UTF-8.");
        }
    }

    private JsonValue tree(InputStream body) throws IOException {
        try {
            return reader.read(body);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** What a document is, read as a type as far as it can be. */
    static <T> Posted<T> posted(Class<T> type, JsonValue tree) {
        return posted(type, tree, new Faults());
    }

    private static <T> Posted<T> posted(Class<T> type, JsonValue tree, Faults faults) {
        T value = RecordReader.read(type, tree, Place.root(faults));
        if (value == null) {
            throw new InvalidRequestException(faults);
        }
        return new Posted<>(value, faults);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return Stream.concat(
                        Stream.of(MediaType.APPLICATION_JSON, ANY_JSON, MediaType.MULTIPART_FORM_DATA),
                        FileFormat.mediaTypes().stream())
                .toList();
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType media) {
        return false;
    }

    @Override
    public void write(
            Posted<?> posted,
            ResolvableType type,
            @Nullable MediaType media,
            HttpOutputMessage message,
            @Nullable Map<String, Object> hints) {
        throw new UnsupportedOperationException("a body that was posted is not written");
    }
}
