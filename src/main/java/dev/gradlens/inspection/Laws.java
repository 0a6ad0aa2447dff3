package dev.gradlens.inspection;

import static java.util.Objects.requireNonNull;

import dev.gradlens.inspection.Law.Kind;
import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerTape;
import dev.gradlens.network.Network;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identities of a layer whose statistics depend on Z.
 *
 * <p>Z enters Znorm only up to shift and, but for epsilon, up to scale; so dZ is orthogonal to 1 and nearly to Znorm, and
 * what is left is ρ = epsilon/s² (epsilon inside the root) or epsilon/s (outside).
 */
final class Laws {
    private final Kernels k;
    private final Normalization normalization;
    private final Axis axis;
    private final Matrix dZ;
    private final Matrix sizeOfDZ; // |dZ| + |dZnorm/s|, m×n: what rounding of dZ is measured by
    private final Matrix aPrev;
    private final Matrix zNorm;
    private final Matrix s;
    private final Matrix d; // ⟨dZnorm, Znorm⟩
    private final Matrix termsAlong; // Σ |dZ|·|Znorm|, with the rounding of both
    private final Matrix rho;

    private Laws(Kernels k, Normalization normalization, LayerTape layer, LayerGradients gradients, Matrix gamma) {
        NormalizationTape tape = requireNonNull(layer.normalization());
        this.k = k;
        this.normalization = normalization;
        this.axis = normalization instanceof BatchNorm ? Axis.ROWS : Axis.COLUMNS;
        this.dZ = gradients.dZ();
        this.zNorm = tape.zNorm();
        this.s = tape.s();
        this.aPrev = layer.aPrev();
        Matrix dZNorm = k.multiply(gradients.dArgument(), gamma);
        this.sizeOfDZ = k.add(absolute(dZ), absolute(k.divide(dZNorm, s)));
        this.d = k.sum(k.multiply(dZNorm, zNorm), axis);
        this.termsAlong = k.sum(k.multiply(sizeOfDZ, sizeOfZNorm(tape.mu())), axis);
        this.rho = rho(normalization.epsilon());
    }

    /** |Znorm| + |mu/s|: what is far from 0 beside its spread has lost digits in Z − mu. */
    private Matrix sizeOfZNorm(@Nullable Matrix mu) {
        return mu == null ? absolute(zNorm) : k.add(absolute(zNorm), absolute(k.divide(mu, s)));
    }

    private Matrix rho(Epsilon epsilon) {
        Matrix value = k.constant(epsilon.value());
        Matrix overS = k.divide(value, s);
        return epsilon.placement() == Epsilon.Placement.INSIDE_SQRT ? k.divide(overS, s) : overS;
    }

    /** The laws of layer l; empty where it has no normalization or its statistics are fixed. */
    static Optional<List<Law>> of(Network network, int l, LayerTape tape, LayerGradients gradients) {
        Normalization normalization = network.spec().layers().get(l).normalization();
        NormalizationTape normalized = tape.normalization();
        if (normalization == null || normalized == null || normalized.statisticsAreFixed()) {
            return Optional.empty();
        }
        LayerParameters<Matrix> parameters = network.parameters().get(l);
        Laws laws = new Laws(network.k(), normalization, tape, gradients, requireNonNull(parameters.gamma()));
        return Optional.of(laws.all(parameters, gradients, network.spec().weightDecay()));
    }

    private List<Law> all(LayerParameters<Matrix> parameters, LayerGradients gradients, double weightDecay) {
        List<Law> laws = new ArrayList<>();
        if (!(normalization instanceof RmsNorm)) {
            laws.add(sumsToZero());
        }
        laws.add(alongNormalized());
        if (parameters.w() != null && gradients.dW() != null) {
            laws.add(weightsAlongGradient(parameters.w(), gradients.dW(), parameters, gradients, weightDecay));
        }
        if (normalization instanceof BatchNorm && gradients.db() != null) {
            laws.add(biasGradientVanishes(gradients.db()));
        }
        return laws;
    }

    private Law sumsToZero() {
        Matrix left = k.sum(dZ, axis);
        return Law.of(
                k.precision(),
                Kind.GRADIENT_SUMS_TO_ZERO,
                left.toArray(),
                zeros(left),
                termsOfDZ(axis).toArray());
    }

    private Law alongNormalized() {
        Matrix left = k.sum(k.multiply(dZ, zNorm), axis);
        Matrix right = k.divide(k.multiply(d, rho), s);
        return Law.of(
                k.precision(), Kind.GRADIENT_ALONG_NORMALIZED, left.toArray(), right.toArray(), termsAlong.toArray());
    }

    private Law weightsAlongGradient(
            Matrix w, Matrix dW, LayerParameters<Matrix> parameters, LayerGradients gradients, double weightDecay) {
        Matrix decay = k.sum(k.multiply(k.multiply(w, w), weightDecay), Axis.COLUMNS); // n×1
        Matrix sizeOfDW = k.matmulTransposeA(sizeOfDZ, absolute(aPrev)); // n×inputs
        Matrix left = k.sum(k.multiply(w, dW), Axis.COLUMNS); // n×1
        Matrix terms = k.add(k.sum(k.multiply(absolute(w), sizeOfDW), Axis.COLUMNS), decay);
        if (parameters.b() != null && gradients.db() != null) {
            left = k.add(left, transposed(k.multiply(parameters.b(), gradients.db())));
            terms = k.add(terms, transposed(k.multiply(absolute(parameters.b()), termsOfDZ(Axis.ROWS))));
        }
        Matrix dRho = k.multiply(d, rho);
        Matrix termsOfRight = k.multiply(termsAlong, s);
        return axis == Axis.ROWS
                ? law(left, k.add(transposed(dRho), decay), k.add(terms, transposed(termsOfRight)))
                : law(total(left), k.add(total(dRho), total(decay)), k.add(total(terms), total(termsOfRight)));
    }

    private Law law(Matrix left, Matrix right, Matrix terms) {
        return Law.of(k.precision(), Kind.WEIGHTS_ALONG_GRADIENT, left.toArray(), right.toArray(), terms.toArray());
    }

    private Law biasGradientVanishes(Matrix db) {
        return Law.of(
                k.precision(),
                Kind.BIAS_GRADIENT_VANISHES,
                db.toArray(),
                zeros(db),
                termsOfDZ(Axis.ROWS).toArray());
    }

    private Matrix termsOfDZ(Axis along) {
        return k.sum(sizeOfDZ, along);
    }

    private Matrix absolute(Matrix matrix) {
        return k.map(Elementary.ABS, matrix);
    }

    private Matrix total(Matrix matrix) {
        return k.sum(k.sum(matrix, Axis.COLUMNS), Axis.ROWS);
    }

    private Matrix transposed(Matrix row) {
        return k.matrix(row.values().transposed());
    }

    private static double[] zeros(Matrix shape) {
        return new double[shape.rows() * shape.columns()];
    }
}
