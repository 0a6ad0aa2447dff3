package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.Optional;

/**
 * The three paths of a dZ, by what is normalized together: a group is a unit over the batch, or an example over its units.
 *
 * @param direct D, one row for each group
 * @param throughMean M, likewise
 * @param throughVariance V, likewise
 * @param gamma of each group; empty where it differs within one
 * @param s of each group
 */
public record PathTerms(Values direct, Values throughMean, Values throughVariance, double[] gamma, double[] s) {

    /** Those of a normalized layer; empty where its statistics are of another shape. */
    public static Optional<PathTerms> of(KernelsProvider provider, Tensors tensors, int layer) {
        try (Kernels k = provider.open()) {
            Scene scene = new Scene(k, tensors, layer);
            Recipe recipe = Recipe.right(scene);
            Values direct = recipe.directPath(scene).values();
            Values zero = Values.filled(direct.rows(), direct.columns(), 0);
            Values mean = recipe.throughMean().isMissing() ? zero : spread(k, recipe.meanPath(scene), direct);
            Values variance = recipe.throughVariance().isMissing()
                    ? zero
                    : recipe.variancePath(scene).values();
            double[] s = scene.at(Step.SCALE).toArray();
            int groups = scene.isBatch() ? direct.columns() : direct.rows();
            if (s.length != groups) {
                return Optional.empty();
            }
            return Optional.of(
                    scene.isBatch()
                            ? new PathTerms(
                                    direct.transposed(),
                                    mean.transposed(),
                                    variance.transposed(),
                                    scene.gamma().toArray(),
                                    s)
                            : new PathTerms(direct, mean, variance, new double[0], s));
        }
    }

    private static Values spread(Kernels k, Matrix mean, Values like) {
        return k.add(k.matrix(Values.filled(like.rows(), like.columns(), 0)), mean)
                .values();
    }

    /** Whether a site has three paths. */
    public static boolean isAt(Tensors tensors, Site site) {
        return site.step() == Step.D_Z
                && tensors.exercise().setup().spec().layers().get(site.layer()).normalization() != null;
    }

    /** A dZ in the same order. */
    public Values grouped(Values dZ) {
        return gamma.length == 0 ? dZ : dZ.transposed();
    }

    /** How many groups there are. */
    public int groups() {
        return direct.rows();
    }
}
