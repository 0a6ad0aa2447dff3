package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gradlens.wire.bind.ShortForm;

/** What a client calls a submission: a string or an integer. */
final class SubmissionId {
    private final Object value;

    private SubmissionId(Object value) {
        this.value = value;
    }

    @ShortForm
    static SubmissionId of(String text) {
        return new SubmissionId(text);
    }

    @ShortForm
    static SubmissionId of(Long number) {
        return new SubmissionId(number);
    }

    /** As it was sent. */
    @JsonValue
    Object value() {
        return value;
    }
}
