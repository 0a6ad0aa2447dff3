package dev.gradlens.wire.http;

import dev.gradlens.wire.AnyVersion;
import dev.gradlens.wire.ConstantPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tells clients that they have an answer already: the explanations of problems, the OpenAPI document, the pages and what
 * features declare are the same until another version of the service starts. They may be kept, and have to be asked for
 * again with {@code If-None-Match}, so that nobody reads those of an older version. The tag is made of the bytes, since the
 * dates of files are the same in every build; and it is weak, so that the bytes may be compressed on their way.
 */
final class ConstantAnswersFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final List<ConstantPath> declared;

    ConstantAnswersFilter(List<ConstantPath> declared) {
        this.declared = List.copyOf(declared);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) || mayChange(request.getRequestURI());
    }

    /** What lies under a version is an operation's answer, which changes unless its feature declares that it does not. */
    private boolean mayChange(String path) {
        return path.startsWith("/actuator")
                || (path.startsWith("/v1/") && declared.stream().noneMatch(constant -> constant.covers(path)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Get(request), answer);
        if (!mayBeKept(answer) || !isKnown(tag(answer), request, response)) {
            answer.copyBodyToResponse();
        }
    }

    /** A whole answer, which nobody has forbidden to keep. */
    private static boolean mayBeKept(ContentCachingResponseWrapper answer) {
        return answer.getStatus() == HttpStatus.OK.value()
                && !String.valueOf(answer.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store")
                && !answer.isCommitted();
    }

    private static String tag(ContentCachingResponseWrapper answer) {
        return "W/\"" + DigestUtils.md5DigestAsHex(answer.getContentAsByteArray()) + "\"";
    }

    /** Whether the client has this answer, which is then told. */
    private static boolean isKnown(String tag, HttpServletRequest request, HttpServletResponse response) {
        if (AnyVersion.isMeant(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setHeader(HttpHeaders.ETAG, tag);
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return true;
        }
        return new ServletWebRequest(request, response).checkNotModified(tag);
    }

    /** The same for HEAD, whose tag is made of the body that GET would have; Tomcat sends none. */
    private static final class Get extends HttpServletRequestWrapper {
        Get(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }
    }
}
