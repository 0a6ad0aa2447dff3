package dev.gradlens.wire.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter of an address that is to be one of several names, but is empty or stands there twice. Spring would take
 * the one for a parameter that is not there, and the first of the two.
 */
final class ChoiceInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            for (MethodParameter parameter : method.getMethodParameters()) {
                requireOneName(parameter, request);
            }
        }
        return true;
    }

    private static void requireOneName(MethodParameter parameter, HttpServletRequest request) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked == null || !parameter.getParameterType().isEnum()) {
            return;
        }
        String name = QueryInterceptor.nameOf(asked, parameter);
        String[] given = request.getParameterValues(name);
        if (given != null && (given.length > 1 || given[0].isBlank())) {
            throw new MethodArgumentTypeMismatchException(
                    String.join(", ", given), parameter.getParameterType(), name, parameter, null);
        }
    }
}
