package dev.gradlens;

import dev.gradlens.tensor.BackendMissingException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the service does not start, instead of a stack trace. */
class BackendMissingAnalyzer extends AbstractFailureAnalyzer<BackendMissingException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BackendMissingException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
