package dev.gradlens.wire.http;

import dev.gradlens.wire.bind.WireNames;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * The parameter {@code format} of an address, which wins over the header Accept. A name that means nothing here decides
 * nothing: the operation itself refuses it, or knows it.
 */
final class FormatParameter implements ContentNegotiationStrategy {
    private static final String NAME = "format";

    /** Spring reads the constants of an enumeration in capital letters too, where its own names are not known. */
    private final Map<String, MediaType> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FormatParameter() {
        types.put("json", MediaType.APPLICATION_JSON);
        types.put("pytest", ScriptAnswerConverter.PYTHON);
        for (FileFormat file : FileFormat.values()) {
            types.put(WireNames.of(file), file.mediaType());
        }
    }

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
        String name = request.getParameter(NAME);
        MediaType type = name == null ? null : types.get(name);
        if (type == null) {
            return MEDIA_TYPE_ALL_LIST;
        }
        // a script is something that few operations give; the others say themselves that they do not know the name
        return type.equals(ScriptAnswerConverter.PYTHON) ? List.of(type, MediaType.ALL) : List.of(type);
    }
}
