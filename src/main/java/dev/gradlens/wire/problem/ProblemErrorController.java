package dev.gradlens.wire.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Words what the servlet container refuses after it has found the application, or what failed before Spring MVC. */
@Hidden
@RestController
final class ProblemErrorController implements ErrorController {

    /** The problem; null where the client has been answered already, and all is said that can be. */
    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ResponseEntity<Problem> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemType type = status instanceof Integer code ? ProblemType.ofStatus(code) : ProblemType.NOT_FOUND;
        return ProblemAnswers.of(Problem.of(type, type.title() + "."), HttpHeaders.EMPTY, request);
    }
}
