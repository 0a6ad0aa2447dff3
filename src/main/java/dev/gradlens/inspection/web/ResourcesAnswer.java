package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.inspection.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What the products of a layer cost, and what its normalization costs beside them: forward and backward together, without
 * activation and weight decay, for m examples, n units and k inputs. The counts follow from the shapes, the times are measured
 * anew for each request and differ from one to the next.
 *
 * @param products of Z = Aprev·Wᵀ + b, dW, db and dAprev; absent where the layer has no W
 * @param normalization of Ztilda and of the gradients behind it, with the request's own {@code backward}; absent where there is
 *     none
 * @param normalizationShare the normalization's part of both together, from 0 to 1; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResourcesAnswer(
        @Nullable CostAnswer products,
        @Nullable CostAnswer normalization,
        @Nullable ShareAnswer normalizationShare) {

    /**
     * What a part of a layer costs.
     *
     * @param flops floating-point operations of the equations, but for those done once a unit or an example. Products: 6·m·n·k,
     *     and 2·m·n with b. Normalization, for each of m·n entries: 7 forward and 12 backward; rms 5 and 9; batch in inference 4
     *     and 5; backward 5 under statisticsAsConstants, 3 under skipNormalization
     * @param bytes of matrices that are read or written, each once forward and once backward, 8 an entry, or 4 in float32. Products, with 8:
     *     8·(3·m·k + 3·n·k + 2·m·n). Normalization: 8·6·m·n for Z, Znorm, Ztilda, dZtilda, Znorm, dZ; 8·5·m·n under
     *     skipNormalization, where dZ is dZtilda
     * @param microseconds the median of five measurements, after one that does not count
     */
    record CostAnswer(long flops, long bytes, double microseconds) {}

    /**
     * Parts of a whole, from 0 to 1.
     *
     * @param flops of the operations
     * @param bytes of the bytes
     * @param microseconds of the time
     */
    record ShareAnswer(double flops, double bytes, double microseconds) {}

    static ResourcesAnswer of(Resources resources) {
        return new ResourcesAnswer(
                resources.products().map(ResourcesAnswer::cost).orElse(null),
                resources.normalization().map(ResourcesAnswer::cost).orElse(null),
                resources.share().map(ResourcesAnswer::share).orElse(null));
    }

    private static CostAnswer cost(Resources.Cost cost) {
        return new CostAnswer(cost.operations(), cost.bytes(), cost.microseconds());
    }

    private static ShareAnswer share(Resources.Share share) {
        return new ShareAnswer(share.operations(), share.bytes(), share.microseconds());
    }
}
