package dev.gradlens.wire.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are problems: always {@code application/problem+json}, whatever the client accepts. */
final class ProblemAnswers {
    /** An address is repeated up to here; the client knows the rest. */
    private static final int ADDRESS_LENGTH = 200;

    private ProblemAnswers() {}

    static ResponseEntity<Problem> of(Problem problem, HttpHeaders headers, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.at(cut(address(request))));
    }

    /** What the client asked for, where the container has gone on to its error page. */
    private static String address(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked instanceof String address ? address : request.getRequestURI();
    }

    private static String cut(String address) {
        return address.length() <= ADDRESS_LENGTH ? address : address.substring(0, ADDRESS_LENGTH);
    }
}
