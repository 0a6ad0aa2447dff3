package dev.gradlens.diagnosis.web;

import org.jspecify.annotations.Nullable;

/** The fields of a request that hold numbers which its client computed. */
interface SentForm {
    @Nullable
    GradientsForm gradients();

    @Nullable
    ForwardForm forward();

    @Nullable
    RoundingForm rounding();
}
