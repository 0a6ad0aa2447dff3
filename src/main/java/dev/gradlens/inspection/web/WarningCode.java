package dev.gradlens.inspection.web;

import dev.gradlens.inspection.Warning;

/** What may be worth a warning. */
enum WarningCode {
    /** The derivative does not exist at 0, the left one was used. */
    NOT_DIFFERENTIABLE,
    /** A single value has no spread: it is normalized to 0. */
    SINGLE_VALUE,
    /** There is no unbiased variance of one example: the running one stays what it was. */
    RUNNING_VARIANCE_KEPT,
    /** Every path through mu and sigma2 cancels under this J: dZ is 0, and a wrong formula would go unseen. */
    NOT_OBSERVABLE,
    /** The computation gave NaN or infinity. */
    NON_FINITE;

    static WarningCode of(Warning.Code code) {
        return switch (code) {
            case NOT_DIFFERENTIABLE -> NOT_DIFFERENTIABLE;
            case SINGLE_VALUE -> SINGLE_VALUE;
            case NOT_OBSERVABLE -> NOT_OBSERVABLE;
            case RUNNING_VARIANCE_KEPT -> RUNNING_VARIANCE_KEPT;
        };
    }
}
