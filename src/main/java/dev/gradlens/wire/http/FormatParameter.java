package dev.gradlens.wire.http;

import dev.gradlens.wire.bind.WireNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * The parameter {@code format} of an address, which wins over the header Accept. A name that means nothing here decides
 * nothing: the operation itself refuses it, or knows it.
 */
final class FormatParameter implements ContentNegotiationStrategy {
    private static final String NAME = "format";

    private final Map<String, MediaType> types = new HashMap<>();

    FormatParameter() {
        types.put("json", MediaType.APPLICATION_JSON);
        for (FileFormat file : FileFormat.values()) {
            types.put(WireNames.of(file), file.mediaType());
        }
    }

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
        @Nullable MediaType type = types.get(request.getParameter(NAME));
        return type == null ? MEDIA_TYPE_ALL_LIST : List.of(type);
    }
}
