package dev.gradlens.inspection;

import dev.gradlens.network.normalization.Paths;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the chain rule behind dZ, each m×units and at the scale of dZ; absent what does not exist.
 *
 * @param direct with mu and sigma2 held constant
 * @param throughMean by way of mu
 * @param throughVariance by way of sigma2
 */
public record PathsResult(
        Values direct,
        @Nullable Values throughMean,
        @Nullable Values throughVariance) {

    static PathsResult of(Kernels k, Paths paths, double scale) {
        return new PathsResult(
                k.multiply(paths.direct(), scale).values(),
                spread(k, paths.throughMean(), paths.direct(), scale),
                spread(k, paths.throughVariance(), paths.direct(), scale));
    }

    /** The Frobenius norm of each path that exists. */
    public Map<String, Double> norms() {
        Map<String, Double> norms = new LinkedHashMap<>();
        norms.put("direct", Vectors.norm(direct.rowMajor()));
        if (throughMean != null) {
            norms.put("throughMean", Vectors.norm(throughMean.rowMajor()));
        }
        if (throughVariance != null) {
            norms.put("throughVariance", Vectors.norm(throughVariance.rowMajor()));
        }
        return norms;
    }

    /** Repeats a vector over the shape of another matrix. */
    private static @Nullable Values spread(Kernels k, @Nullable Matrix path, Matrix shape, double scale) {
        if (path == null) {
            return null;
        }
        Matrix ones = k.matrix(Values.filled(shape.rows(), shape.columns(), scale));
        return k.multiply(path, ones).values();
    }
}
