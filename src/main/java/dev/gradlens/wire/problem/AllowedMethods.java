package dev.gradlens.wire.problem;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** The methods that an address has: those that are declared, and those that Spring MVC answers by itself beside them. */
final class AllowedMethods {
    private AllowedMethods() {}

    static String inWords(HttpRequestMethodNotSupportedException refused) {
        Set<String> methods = new LinkedHashSet<>();
        for (HttpMethod declared :
                Objects.requireNonNullElse(refused.getSupportedHttpMethods(), Set.<HttpMethod>of())) {
            methods.add(declared.name());
            if (declared.equals(HttpMethod.GET)) {
                methods.add(HttpMethod.HEAD.name());
            }
        }
        methods.add(HttpMethod.OPTIONS.name());
        return String.join(", ", methods);
    }

    /** The headers of a refusal, of which {@code Allow} names every method. */
    static HttpHeaders headers(ErrorResponse refusal) {
        HttpHeaders headers = HttpHeaders.copyOf(refusal.getHeaders());
        if (refusal instanceof HttpRequestMethodNotSupportedException refused) {
            headers.set(HttpHeaders.ALLOW, inWords(refused));
        }
        return headers;
    }
}
