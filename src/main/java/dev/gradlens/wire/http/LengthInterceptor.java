package dev.gradlens.wire.http;

import dev.gradlens.wire.Posted;
import dev.gradlens.wire.PostedText;
import dev.gradlens.wire.admission.WireLimits;
import dev.gradlens.wire.arrays.PostedArrays;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a body that says it is too long. The converter would be too late: Spring reads a first byte before it asks
 * one, and a client that waits for {@code 100 Continue} is then told to go on.
 */
final class LengthInterceptor implements HandlerInterceptor {
    /** What a controller takes that is made of a whole body. */
    private static final Set<Class<?>> WHOLE_BODIES = Set.of(Posted.class, PostedText.class, PostedArrays.class);

    private final WireLimits limits;

    LengthInterceptor(WireLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && takesPosted(method)) {
            GuardedBody.refuseOver(request.getContentLengthLong(), limits);
        }
        return true;
    }

    private static boolean takesPosted(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(WHOLE_BODIES::contains);
    }
}
