package dev.gradlens.wire.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * The header Accept, in which {@code q=0} says that a form is not acceptable (RFC 9110, 12.4.2). Spring takes that for a
 * form that comes last.
 */
final class AcceptHeader implements ContentNegotiationStrategy {
    /** What answers are; a range of which a part is refused is replaced by those that remain of it. */
    private static final List<MediaType> FORMS = Stream.of(
                    Stream.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON),
                    FileFormat.mediaTypes().stream(),
                    Stream.of(new MediaType("text", "*")))
            .flatMap(forms -> forms)
            .toList();

    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> named = header.resolveMediaTypes(request);
        List<MediaType> refused = named.stream().filter(AcceptHeader::isRefused).toList();
        if (refused.isEmpty()) {
            return named;
        }
        List<MediaType> accepted =
                named.stream().filter(type -> !isRefused(type)).toList();
        List<MediaType> left = new ArrayList<>();
        accepted.forEach(range -> without(refused, range, accepted).forEach(left::add));
        MimeTypeUtils.sortBySpecificity(left);
        return left;
    }

    private static boolean isRefused(MediaType type) {
        return type.getQualityValue() == 0;
    }

    /** A range, or what is left of it; the more specific name wins, so that a form with a name of its own is left to that. */
    private static Stream<MediaType> without(List<MediaType> refused, MediaType range, List<MediaType> accepted) {
        List<MediaType> within = refused.stream().filter(range::includes).toList();
        boolean isWhole = within.isEmpty() || range.isConcrete();
        return isWhole
                ? Stream.of(range)
                : FORMS.stream()
                        .filter(range::includes)
                        .filter(form -> within.stream().noneMatch(type -> type.includes(form)))
                        .filter(form -> accepted.stream().noneMatch(form::equalsTypeAndSubtype))
                        .map(form -> form.copyQualityValue(range));
    }
}
