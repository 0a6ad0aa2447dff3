package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.bind.Called;
import org.jspecify.annotations.Nullable;

/**
 * One submission of many to the same exercise. At least one tensor is sent.
 *
 * @param id by which its answer is known, a string or an integer
 * @param gradients the client's own
 * @param forward the client's own forward tensors, from which its conventions are told
 * @param rounding how these numbers were rounded; told from the numbers where it is not given
 */
@Called("a submission")
record SubmissionForm(
        SubmissionId id,
        @Nullable GradientsForm gradients,
        @Nullable ForwardForm forward,
        @Nullable RoundingForm rounding)
        implements SentForm {}
