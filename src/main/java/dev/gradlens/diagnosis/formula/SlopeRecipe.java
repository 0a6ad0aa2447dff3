package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.activation.Elementwise;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * How the gradient of an activation's argument was computed: dA ⊙ g′(Ztilda), as the choices of its author.
 *
 * @param slope where g′ was taken
 * @param layer whose argument it was taken at, from 0
 * @param loss what was taken for the gradient of the loss
 * @param sigmoidOnceMore whether σ′ came on top
 * @param coefficient what the result is multiplied by
 */
record SlopeRecipe(Slope slope, int layer, LossGradient loss, boolean sigmoidOnceMore, double coefficient) {

    /** Where g′ may be taken. */
    enum Slope {
        AT_ARGUMENT,
        MISSING,
        AT_Z,
        AT_Z_NORM,
        OF_ANOTHER_LAYER,
        OF_ANOTHER_ACTIVATION
    }

    static SlopeRecipe right(Scene scene) {
        return new SlopeRecipe(Slope.AT_ARGUMENT, scene.layer(), LossGradient.RIGHT, false, 1);
    }

    SlopeRecipe at(Slope other, int l) {
        return new SlopeRecipe(other, l, loss, sigmoidOnceMore, coefficient);
    }

    SlopeRecipe by(LossGradient other) {
        return new SlopeRecipe(slope, layer, other, sigmoidOnceMore, coefficient);
    }

    SlopeRecipe withSigmoidOnceMore() {
        return new SlopeRecipe(slope, layer, loss, true, coefficient);
    }

    SlopeRecipe times(double c) {
        return new SlopeRecipe(slope, layer, loss, sigmoidOnceMore, c * coefficient);
    }

    /** dA of the last layer, m×n. */
    Matrix ofA(Scene scene) {
        Kernels k = scene.k();
        Matrix gradient = k.multiply(loss.ofA(scene), coefficient);
        return sigmoidOnceMore ? k.multiply(gradient, new Sigmoid().slope(k, scene.at(Step.A))) : gradient;
    }

    /** m×n. */
    Matrix of(Scene scene) {
        Kernels k = scene.k();
        Matrix gradient = sloped(scene);
        if (sigmoidOnceMore) {
            gradient = k.multiply(gradient, new Sigmoid().slope(k, scene.at(scene.argument())));
        }
        return coefficient == 1 ? gradient : k.multiply(gradient, coefficient);
    }

    private Matrix sloped(Scene scene) {
        Kernels k = scene.k();
        if (loss != LossGradient.RIGHT) {
            return loss.ofArgument(scene);
        }
        return switch (slope) {
            case AT_ARGUMENT -> Right.dArgument(scene);
            case MISSING -> scene.at(Step.D_A);
            case AT_Z -> at(scene, scene.at(Step.Z));
            case AT_Z_NORM -> at(scene, scene.at(Step.Z_NORM));
            case OF_ANOTHER_LAYER -> at(scene, scene.at(scene.argumentOf(layer)));
            case OF_ANOTHER_ACTIVATION -> {
                boolean elementwise = scene.spec(layer).activation() instanceof Elementwise;
                Matrix slopes = elementwise
                        ? ((Elementwise) scene.spec(layer).activation()).slope(k, scene.at(scene.argumentOf(layer)))
                        : k.constant(1);
                yield k.multiply(scene.at(Step.D_A), slopes);
            }
        };
    }

    private static Matrix at(Scene scene, Matrix argument) {
        Matrix slope = scene.slopeAt(argument);
        return slope == null ? scene.at(Step.D_A) : scene.k().multiply(scene.at(Step.D_A), slope);
    }
}
