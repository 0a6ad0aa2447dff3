package dev.gradlens.wire.problem;

import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.TooManyRequestsException;
import dev.gradlens.wire.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever ends a request early into a problem, in the one form that problems have. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusedException refusal, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        retryAfter(refusal).ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds));
        return ProblemAnswers.of(Problem.of(refusal), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingBody(HttpMessageNotReadableException missing, HttpServletRequest request) {
        return ProblemAnswers.of(missingBody(request.getContentType()), HttpHeaders.EMPTY, request);
    }

    private static Problem missingBody(@Nullable String contentType) {
        String type = Objects.requireNonNullElse(contentType, "").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            return SpringProblems.missingParts();
        }
        return type.isEmpty() || type.contains("json")
                ? SpringProblems.missingDocument()
                : SpringProblems.missingFile();
    }

    @ExceptionHandler
    ResponseEntity<Problem> parameter(TypeMismatchException mismatch, HttpServletRequest request) {
        return ProblemAnswers.of(SpringProblems.of(mismatch), HttpHeaders.EMPTY, request);
    }

    /** A query, which Tomcat decodes only once somebody asks for a parameter. */
    @ExceptionHandler
    ResponseEntity<Problem> query(InvalidParameterException broken, HttpServletRequest request) {
        return ProblemAnswers.of(SpringProblems.of(broken), HttpHeaders.EMPTY, request);
    }

    /** The database, which is away, or has no room. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Problem> database(RuntimeException failure, HttpServletRequest request) {
        if (failure instanceof BadSqlGrammarException || failure instanceof DataIntegrityViolationException) {
            return failed(failure, request);
        }
        LOG.warn("the database failed", failure);
        return refused(new UnavailableException("The database cannot be used at the moment.", SOON), request);
    }

    /** The client is gone: there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("a client left before its answer", gone);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> other(Throwable other, HttpServletRequest request) {
        if (hasLeft(other)) {
            LOG.debug("a client left before it had its answer", other);
            return null;
        }
        return other instanceof ErrorResponse refusal && !isFailure(refusal)
                ? ProblemAnswers.of(SpringProblems.of(refusal), AllowedMethods.headers(refusal), request)
                : failed(other, request);
    }

    private static boolean hasLeft(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFailure(ErrorResponse refusal) {
        return refusal.getStatusCode().value() == ProblemType.INTERNAL_ERROR.status();
    }

    private static ResponseEntity<Problem> failed(Throwable unforeseen, HttpServletRequest request) {
        LOG.error("a request failed", unforeseen);
        Problem problem = Problem.of(ProblemType.INTERNAL_ERROR, "The service failed; this has been recorded.");
        return ProblemAnswers.of(problem, HttpHeaders.EMPTY, request);
    }

    private static Optional<String> retryAfter(RefusedException refusal) {
        return switch (refusal) {
            case TooManyRequestsException load ->
                Optional.of(Long.toString(load.retryAfter().toSeconds()));
            case UnavailableException lack ->
                Optional.of(Long.toString(lack.retryAfter().toSeconds()));
            default -> Optional.empty();
        };
    }
}
