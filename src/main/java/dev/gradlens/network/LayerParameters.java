package dev.gradlens.network;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a layer learns and keeps, as plain numbers or as matrices of some kernels; absent what the layer does not have.
 *
 * @param w units×inputs
 * @param b 1×units
 * @param gamma 1×units
 * @param beta 1×units
 * @param runningMean 1×units
 * @param runningVariance 1×units
 */
public record LayerParameters<T>(
        @Nullable T w,
        @Nullable T b,
        @Nullable T gamma,
        @Nullable T beta,
        @Nullable T runningMean,
        @Nullable T runningVariance) {

    /** The one that is learned at a node of this kind. */
    public @Nullable T at(Node.Kind kind) {
        return switch (kind) {
            case W -> w;
            case B -> b;
            case GAMMA -> gamma;
            case BETA -> beta;
            case A, Z_TILDA, Z_NORM, SIGMA2, MU, Z, X -> throw new IllegalArgumentException(kind + " is not learned");
        };
    }

    /** Only what is learned, without what is kept for inference. */
    public LayerParameters<T> learned() {
        return new LayerParameters<>(w, b, gamma, beta, null, null);
    }

    /** Those that the layer has, in the order of the components. */
    public List<T> tensors() {
        return Stream.of(w, b, gamma, beta, runningMean, runningVariance)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same layer with each tensor replaced. */
    public <R> LayerParameters<R> map(Function<T, R> f) {
        return new LayerParameters<>(
                apply(f, w),
                apply(f, b),
                apply(f, gamma),
                apply(f, beta),
                apply(f, runningMean),
                apply(f, runningVariance));
    }

    private static <T, R> @Nullable R apply(Function<T, R> f, @Nullable T tensor) {
        return tensor == null ? null : f.apply(tensor);
    }
}
