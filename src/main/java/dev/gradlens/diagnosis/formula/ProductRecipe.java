package dev.gradlens.diagnosis.formula;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * How dW or db was computed: dZᵀ·Aprev + λW, or Σ dZ, as the choices of its author.
 *
 * @param upstream what stands for dZ
 * @param inputOf the layer whose output stands for Aprev, from 0; −1 for X
 * @param coefficient what the part of the data is multiplied by
 * @param overall what all of it is multiplied by
 * @param decay how often weight decay is added; 1 in the right one
 */
record ProductRecipe(Step upstream, int inputOf, double coefficient, double overall, double decay) {

    static ProductRecipe right(Scene scene) {
        return new ProductRecipe(Step.D_Z, scene.layer() - 1, 1, 1, 1);
    }

    ProductRecipe from(Step other) {
        return new ProductRecipe(other, inputOf, coefficient, overall, decay);
    }

    ProductRecipe inputOf(int other) {
        return new ProductRecipe(upstream, other, coefficient, overall, decay);
    }

    ProductRecipe times(double c) {
        return new ProductRecipe(upstream, inputOf, c * coefficient, overall, decay);
    }

    ProductRecipe allTimes(double c) {
        return new ProductRecipe(upstream, inputOf, coefficient, c * overall, decay);
    }

    ProductRecipe decay(double times) {
        return new ProductRecipe(upstream, inputOf, coefficient, overall, times);
    }

    /** n×inputs. */
    Matrix dW(Scene scene) {
        Kernels k = scene.k();
        Matrix ofData = k.matmulTransposeA(scene.at(upstream), scene.aOf(inputOf));
        Matrix scaled = k.multiply(ofData, coefficient * scene.parameterFactor());
        double lambda = decay * scene.exercise().setup().spec().weightDecay();
        Matrix sum = lambda == 0 ? scaled : k.add(scaled, k.multiply(requireNonNull(scene.wOf(scene.layer())), lambda));
        return overall == 1 ? sum : k.multiply(sum, overall);
    }

    /** 1×n. */
    Matrix db(Scene scene) {
        Kernels k = scene.k();
        Matrix sum = k.sum(scene.at(upstream), Axis.ROWS);
        double lambda = (decay - 1) * scene.exercise().setup().spec().weightDecay();
        Matrix scaled = k.multiply(sum, coefficient * overall * scene.parameterFactor());
        return lambda == 0 ? scaled : k.add(scaled, k.multiply(scene.b(), lambda));
    }
}
