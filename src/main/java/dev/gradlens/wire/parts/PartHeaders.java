package dev.gradlens.wire.parts;

import dev.gradlens.wire.BrokenPartsException;
import dev.gradlens.wire.Echo;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The headers of a part.
 *
 * @param values by their names in small letters
 */
record PartHeaders(Map<String, String> values) {
    private static final Pattern LINE = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([^\\p{Cntrl}]*)");
    private static final Set<String> PLAIN_ENCODINGS = Set.of("7bit", "8bit", "binary");

    static PartHeaders parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            Matcher header = LINE.matcher(line);
            if (!header.matches()) {
                throw new BrokenPartsException("A part has a header that is none: " + Echo.of(line) + ".");
            }
            String name = header.group(1).toLowerCase(Locale.ROOT);
            if (values.put(name, header.group(2).strip()) != null) {
                throw new BrokenPartsException("A part has the header " + Echo.of(name) + " twice.");
            }
        }
        return new PartHeaders(values);
    }

    Part with(byte[] content) {
        String encoding = values.getOrDefault("content-transfer-encoding", "binary");
        if (!PLAIN_ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw new BrokenPartsException(
                    "A part has to come without Content-Transfer-Encoding, got " + Echo.of(encoding) + ".");
        }
        ContentDisposition disposition = disposition();
        String name = disposition.getName();
        if (!disposition.isFormData() || name == null) {
            throw unnamed();
        }
        return new Part(name, disposition.getFilename(), type(), content);
    }

    private ContentDisposition disposition() {
        try {
            return ContentDisposition.parse(values.getOrDefault("content-disposition", ""));
        } catch (RuntimeException unreadable) { // the parser has no type for what it cannot read
            throw unnamed();
        }
    }

    private static BrokenPartsException unnamed() {
        return new BrokenPartsException(
                "A part does not say which field it is: Content-Disposition: form-data; name=\"…\" is expected.");
    }

    private @Nullable MediaType type() {
        String type = values.get("content-type");
        try {
            return type == null ? null : MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException unreadable) {
            throw new BrokenPartsException("A part has a Content-Type that is none: " + Echo.of(type) + ".");
        }
    }
}
