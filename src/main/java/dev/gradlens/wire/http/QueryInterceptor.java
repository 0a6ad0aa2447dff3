package dev.gradlens.wire.http;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.WrongParameterException;
import dev.gradlens.wire.WrongParameterException.Wrong;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds a query to what the operation declares, as bodies are held to their fields: no parameter that it does not have, and
 * none twice that is not a list. Spring would pass over the one, and take the first of the two. The pages of others, such as
 * that of the documentation, have their own rules.
 */
final class QueryInterceptor implements HandlerInterceptor {
    private static final String OURS = "dev.gradlens.";

    /** A longer name is no name of ours: it is told cut. */
    private static final int NAME_LENGTH = 80;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asked = request.getQueryString() != null && request.getDispatcherType() == DispatcherType.REQUEST;
        if (asked && handler instanceof HandlerMethod method && isOurs(method)) {
            hold(request.getParameterMap(), declared(method));
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS);
    }

    private static void hold(Map<String, String[]> given, Map<String, MethodParameter> declared) {
        List<Wrong> wrong = new ArrayList<>();
        given.forEach((name, values) -> {
            MethodParameter parameter = declared.get(name);
            if (parameter == null) {
                wrong.add(unknown(name, declared));
            } else if (values.length > 1 && !mayComeAgain(parameter)) {
                wrong.add(new Wrong(name, "is given %d times; it may be given once".formatted(values.length)));
            }
        });
        if (!wrong.isEmpty()) {
            throw new WrongParameterException(wrong);
        }
    }

    private static Wrong unknown(String name, Map<String, MethodParameter> declared) {
        String known = declared.isEmpty()
                ? "there are no parameters"
                : "the parameters are " + String.join(", ", declared.keySet());
        return new Wrong(cut(name), "%s is not a parameter here; %s".formatted(Echo.of(name), known));
    }

    private static String cut(String name) {
        int characters = Math.min(name.codePointCount(0, name.length()), NAME_LENGTH);
        return name.substring(0, name.offsetByCodePoints(0, characters));
    }

    /** A choice is left to the {@link ChoiceInterceptor}, which tells what there is to choose from. */
    private static boolean mayComeAgain(MethodParameter parameter) {
        return List.class.isAssignableFrom(parameter.getParameterType())
                || parameter.getParameterType().isEnum();
    }

    private static Map<String, MethodParameter> declared(HandlerMethod method) {
        Map<String, MethodParameter> declared = new LinkedHashMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                declared.put(nameOf(asked, parameter), parameter);
            }
        }
        return declared;
    }

    /** The name in an address: the one that is declared, or else that of the method's own parameter. */
    static String nameOf(RequestParam asked, MethodParameter parameter) {
        return asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name();
    }
}
