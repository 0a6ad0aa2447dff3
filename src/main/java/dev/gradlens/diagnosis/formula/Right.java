package dev.gradlens.diagnosis.formula;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each tensor from those that it is computed from, as it is right: the equations of the layers, one at a time. */
public final class Right {
    private Right() {}

    /** A tensor of the scene's layer that the layer has. */
    public static Matrix of(Scene scene, Step step) {
        Kernels k = scene.k();
        return switch (step) {
            case Z -> z(scene);
            case MU -> scene.isFixed() ? scene.runningMean() : k.mean(scene.at(Step.Z), scene.axis());
            case SIGMA2 -> scene.isFixed() ? scene.runningVariance() : variance(scene);
            case SCALE -> scene.epsilon().denominator(k, scene.at(Step.SIGMA2));
            case Z_NORM -> k.divide(Statistics.centred(scene), scene.at(Step.SCALE));
            case Z_TILDA -> k.add(k.multiply(scene.at(Step.Z_NORM), scene.gamma()), scene.beta());
            case A -> scene.activation().forward(k, scene.at(scene.argument()));
            case RUNNING_MEAN -> blended(scene, scene.runningMean(), scene.at(Step.MU), keep(scene));
            case RUNNING_VARIANCE -> runningVariance(scene, average(scene).varianceEstimator(), keep(scene));
            case D_A -> scene.isLast() ? lossOfA(scene) : dAOf(scene, scene.layer());
            case D_Z_TILDA -> dArgument(scene);
            case D_Z_NORM -> k.multiply(scene.at(Step.D_Z_TILDA), scene.gamma());
            case D_GAMMA -> ScaleRecipe.OF_GAMMA.of(scene, scene.gamma());
            case D_BETA -> ScaleRecipe.OF_BETA.of(scene, scene.beta());
            case D_SIGMA2 -> Recipe.right(scene).dSigma2(scene);
            case D_MU -> Recipe.right(scene).dMu(scene);
            case D_Z -> scene.isNormalized() ? Recipe.right(scene).dZ(scene) : dArgument(scene);
            case D_W -> ProductRecipe.right(scene).dW(scene);
            case D_B -> ProductRecipe.right(scene).db(scene);
        };
    }

    /**
     * Other ways to compute a tensor that are right as well, given statistics that are wrong: over all entries as they are, and
     * with the term of dmu through sigma2 that is no longer 0.
     */
    public static List<Matrix> otherwise(Scene scene, Step step) {
        boolean isWrong = scene.isReplaced(Step.MU) || scene.isReplaced(Step.SIGMA2) || scene.isReplaced(Step.SCALE);
        if (!isWrong || scene.isFixed() || scene.isRms() || (step != Step.D_Z && step != Step.D_MU)) {
            return List.of();
        }
        List<Matrix> others = new ArrayList<>();
        for (Reduction reduction : Reduction.values()) {
            Recipe recipe = reduced(scene, reduction);
            Recipe whole = recipe.mean(recipe.throughMean().withTermThroughVariance());
            for (Recipe other : List.of(recipe, whole)) {
                others.add(step == Step.D_Z ? other.dZ(scene) : other.dMu(scene));
            }
        }
        return others;
    }

    private static Recipe reduced(Scene scene, Reduction reduction) {
        Recipe right = Recipe.right(scene);
        return reduction == Reduction.MEAN
                ? right
                : right.mean(right.throughMean().reduced(reduction, 0))
                        .variance(right.throughVariance().reduced(reduction, 0));
    }

    /** The gradient of what the layer before a layer gives, from that layer's dZ; of X for the first. */
    static Matrix dAOf(Scene scene, int layer) {
        Site dZ = new Site(layer + 1, Step.D_Z);
        Matrix w = scene.wOf(layer + 1);
        return w == null ? scene.at(dZ) : scene.k().matmul(scene.at(dZ), w);
    }

    private static Matrix z(Scene scene) {
        Kernels k = scene.k();
        Matrix w = scene.wOf(scene.layer());
        Matrix product = w == null ? scene.aPrev() : k.matmulTransposeB(scene.aPrev(), w);
        return scene.spec().hasBias() ? k.add(product, scene.b()) : product;
    }

    private static Matrix variance(Scene scene) {
        Kernels k = scene.k();
        Matrix centred = Statistics.centred(scene);
        return k.multiply(k.sum(k.multiply(centred, centred), scene.axis()), 1 / scene.divisor());
    }

    static RunningAverage average(Scene scene) {
        return ((BatchNorm) scene.normalization()).running();
    }

    static double keep(Scene scene) {
        RunningAverage average = average(scene);
        return average.convention() == RunningAverage.Convention.KEEP_OLD ? average.momentum() : 1 - average.momentum();
    }

    static Matrix blended(Scene scene, Matrix old, Matrix batch, double keep) {
        Kernels k = scene.k();
        return k.add(k.multiply(old, keep), k.multiply(batch, 1 - keep));
    }

    static Matrix runningVariance(Scene scene, VarianceEstimator estimator, double keep) {
        double m = scene.examples();
        double divisor = estimator == VarianceEstimator.BIASED ? m : m - 1;
        return divisor == 0
                ? scene.runningVariance()
                : blended(
                        scene,
                        scene.runningVariance(),
                        scene.k().multiply(scene.at(Step.SIGMA2), scene.divisor() / divisor),
                        keep);
    }

    /** m, where gradients in front of the parameters are of m·J. */
    static double lossScale(Scene scene) {
        return scene.exercise().meanInParameters() && !scene.hasUpstream() ? scene.examples() : 1;
    }

    static Matrix lossOfA(Scene scene) {
        Matrix dA = loss(scene).dA(scene.k(), output(scene));
        double scale = lossScale(scene);
        return scale == 1 ? dA : scene.k().multiply(dA, scale);
    }

    /** Together with the loss where the loss knows how and nobody sent another dA. */
    static Matrix dArgument(Scene scene) {
        Kernels k = scene.k();
        if (scene.isLast() && !scene.isReplaced(Step.D_A)) {
            Optional<Matrix> together = loss(scene).dArgument(k, output(scene));
            if (together.isPresent()) {
                return k.multiply(together.get(), lossScale(scene));
            }
        }
        Matrix argument = scene.at(scene.argument());
        Matrix dA = scene.at(Step.D_A);
        Matrix left = scene.activation().backward(k, argument, scene.at(Step.A), dA);
        double share = scene.exercise().atKink();
        return share == 0 || !scene.activation().hasKink() ? left : atKink(k, argument, dA, left, share);
    }

    /** With a share of the right derivative, which is 1, where the argument is 0. */
    private static Matrix atKink(Kernels k, Matrix argument, Matrix dA, Matrix left, double share) {
        Matrix between = k.add(k.multiply(left, 1 - share), k.multiply(dA, share));
        Matrix isApart = k.multiply(argument, argument); // positive but at 0
        return k.selectPositive(isApart, left, between);
    }

    private static Loss loss(Scene scene) {
        return requireNonNull(scene.exercise().setup().spec().loss());
    }

    private static Loss.Output output(Scene scene) {
        return new Loss.Output(scene.at(scene.argument()), scene.at(Step.A), scene.y());
    }
}
