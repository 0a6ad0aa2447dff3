package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gradient check says. */
record CheckAnswer(String verdict, String oracle, double tolerance, double step, List<TensorCheckAnswer> tensors) {

    /**
     * Of one gradient.
     *
     * @param layer from 1; absent for dX
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TensorCheckAnswer(
            @Nullable Integer layer,
            String tensor,
            String verdict,
            int checked,
            int size,
            double maxRelativeError,
            double normRelativeError,
            @Nullable WorstAnswer worst,
            @Nullable String reason,
            @Nullable String detail) {}

    /**
     * The entry whose difference takes most of what is allowed.
     *
     * @param index [row, column] of a matrix as it stands in the answer, [i] of a vector
     */
    record WorstAnswer(List<Integer> index, double analytic, double numeric, double uncertainty) {}
}
