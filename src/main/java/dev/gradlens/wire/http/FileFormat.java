package dev.gradlens.wire.http;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.UnsupportedMediaException;
import dev.gradlens.wire.arrays.ArrayFormat;
import dev.gradlens.wire.arrays.npz.NpzFormat;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import dev.gradlens.wire.parts.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The forms of file in which arrays come and go. */
enum FileFormat {
    NPZ("application/x-npz"),
    SAFETENSORS("application/x-safetensors");

    private static final Set<String> UNTOLD = Set.of("application/octet-stream", "application/zip");

    private final String type;

    FileFormat(String type) {
        this.type = type;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(type);
    }

    ArrayFormat format() {
        return switch (this) {
            case NPZ -> new NpzFormat();
            case SAFETENSORS -> new SafetensorsFormat();
        };
    }

    static List<MediaType> mediaTypes() {
        return Stream.of(values()).map(FileFormat::mediaType).toList();
    }

    /**
     * The form of a part: told by its type, else by the name of the file, else by its first bytes; empty where none of them
     * tells.
     *
     * @throws UnsupportedMediaException if its type is another one
     */
    static Optional<FileFormat> of(Part part) {
        String given = part.type() == null
                ? MediaType.APPLICATION_OCTET_STREAM_VALUE
                : part.type().getType() + "/" + part.type().getSubtype();
        Optional<FileFormat> byType = first(format -> format.type.equalsIgnoreCase(given));
        if (byType.isEmpty() && !UNTOLD.contains(given.toLowerCase(Locale.ROOT))) {
            throw new UnsupportedMediaException("The part arrays has to be " + NPZ.type + " or " + SAFETENSORS.type
                    + ", got " + Echo.of(given) + ".");
        }
        return byType.or(() -> first(format -> format.ends(part.fileName())))
                .or(() -> first(format -> format.format().isBegunBy(part.content())));
    }

    private boolean ends(@Nullable String fileName) {
        return fileName != null && fileName.toLowerCase(Locale.ROOT).endsWith("." + name().toLowerCase(Locale.ROOT));
    }

    private static Optional<FileFormat> first(Predicate<FileFormat> fits) {
        return Stream.of(values()).filter(fits).findFirst();
    }

    /** The form that has a media type. */
    static FileFormat of(MediaType media) {
        return first(format -> format.mediaType().equalsTypeAndSubtype(media)).orElseThrow();
    }
}
