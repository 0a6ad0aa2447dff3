package dev.gradlens.volume;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the service does not start, instead of a stack trace. */
class VolumeMissingAnalyzer extends AbstractFailureAnalyzer<VolumeMissingException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, VolumeMissingException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
