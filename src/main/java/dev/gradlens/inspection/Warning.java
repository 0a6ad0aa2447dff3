package dev.gradlens.inspection;

/**
 * What a reader of the numbers should know.
 *
 * @param layer from 0
 * @param count how many entries it concerns
 */
public record Warning(Code code, int layer, int count) {

    /** What may be worth a warning. */
    public enum Code {
        /** The derivative does not exist at 0, the left one was used. */
        NOT_DIFFERENTIABLE("the activation has no derivative at 0; the left one was used"),
        /** One value has no spread: it is normalized to 0. */
        SINGLE_VALUE("a single value is normalized to 0, whatever it is, so that nothing behind Znorm depends on it"),
        /** There is no unbiased variance of one example. */
        RUNNING_VARIANCE_KEPT("one example has no unbiased variance; the running variance stays what it was"),
        /** Every path through a normalization cancels under this J. */
        NOT_OBSERVABLE(
                "J is such that every path through mu and sigma2 cancels, as a sum of Ztilda is: dZ and all before it"
                        + " is 0, and a wrong formula would go unseen; weight the outputs differently");

        private final String detail;

        Code(String detail) {
            this.detail = detail;
        }

        /** A sentence for the reader. */
        public String detail() {
            return detail;
        }
    }
}
