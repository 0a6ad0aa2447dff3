package dev.gradlens.wire.http;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.PostedText;
import dev.gradlens.wire.arrays.ArrayLimits;
import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.PostedArrays;
import dev.gradlens.wire.bind.Place;
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

/** Reads the body that a controller takes as {@code @RequestBody PostedText} or {@code @RequestBody PostedArrays}. */
final class PostedFileConverter implements SmartHttpMessageConverter<Object> {
    private static final MediaType CSV = new MediaType("text", "csv");

    private final BodyGuard guard;
    private final ArrayLimits limits;

    PostedFileConverter(BodyGuard guard, ArrayLimits limits) {
        this.guard = guard;
        this.limits = limits;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        if (type.resolve() == PostedText.class) {
            return CSV.equalsTypeAndSubtype(media);
        }
        return type.resolve() == PostedArrays.class
                && FileFormat.mediaTypes().stream().anyMatch(file -> file.equalsTypeAndSubtype(media));
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        PostedConverter.refuseEncoded(message.getHeaders());
        GuardedBody body = guard.open(message);
        byte[] content = body.readAllBytes();
        return type.resolve() == PostedText.class
                ? new PostedText(content, body::reserve)
                : arrays(Objects.requireNonNull(message.getHeaders().getContentType()), content, body);
    }

    private PostedArrays arrays(MediaType media, byte[] content, GuardedBody body) {
        Faults faults = new Faults();
        ArrayMemory memory = new ArrayMemory(limits, body::reserve);
        List<NamedArray> arrays =
                FileFormat.of(media).format().read(content, memory, new Place(RequestParts.ARRAYS_PLACE, faults));
        if (faults.hasFaultAt(RequestParts.ARRAYS_PLACE)) {
            faults.throwIfAny(); // all that is missing would be missing for this one reason
        }
        return new PostedArrays(arrays, faults);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(CSV, FileFormat.NPZ.mediaType(), FileFormat.SAFETENSORS.mediaType());
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType media) {
        return false;
    }

    @Override
    public void write(
            Object posted,
            ResolvableType type,
            @Nullable MediaType media,
            HttpOutputMessage message,
            @Nullable Map<String, Object> hints) {
        throw new UnsupportedOperationException("a body that was posted is not written");
    }
}
