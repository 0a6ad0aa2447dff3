package dev.gradlens.diagnosis.formula;

import static dev.gradlens.diagnosis.Mistake.*;
import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The catalogue as formulas, for one layer of one exercise. */
public final class Catalogue {
    /** What makes dsigma2 wrong rather than what dsigma2 is multiplied by. */
    private static final Set<Mistake> IN_D_SIGMA2 = EnumSet.of(
            Z03, Z04, Z07, Z08, Z09, Z12, Z13, Z16, Z18, Z19, Z22, Z23, Z24, Z25, Z26, Z28, Z29, Z30, Z31, Z32, Z33,
            Z34, Z35, Z37, Z38, Z39, Z40, Z41, Z49, Z51, Z54, Z56);

    /** What makes dmu wrong. */
    private static final Set<Mistake> IN_D_MU = EnumSet.of(
            Z03, Z05, Z10, Z11, Z13, Z17, Z18, Z19, Z31, Z32, Z33, Z34, Z36, Z38, Z39, Z40, Z41, Z49, Z50, Z51, Z54,
            Z56);

    private Catalogue() {}

    /** Each mistake by itself that can be made at a step of the scene's layer, the catalogue's own formulas first. */
    public static List<Formula> singles(Scene scene, Step step) {
        return switch (step) {
            case D_Z ->
                scene.isNormalized() ? paths(scene).singles() : argument(scene).singles();
            case D_Z_TILDA -> argument(scene).singles();
            case D_A -> scene.layer() >= 0 && scene.isLast() ? loss(scene).singles() : ofInput(scene);
            case D_Z_NORM -> ofNormalized();
            case D_SIGMA2 -> inVariance(scene);
            case D_MU -> among(IN_D_MU, ofMean(scene).singles());
            case D_GAMMA -> ofGamma(scene).singles();
            case D_BETA -> ofBeta(scene).singles();
            case D_W -> ofWeights(scene).singles();
            case D_B -> ofBias(scene).singles();
            case Z, MU, SIGMA2, SCALE, Z_NORM, Z_TILDA, A, RUNNING_MEAN, RUNNING_VARIANCE ->
                ForwardMistakes.of(scene, step);
        };
    }

    /** Two mistakes at once at a step of the scene's layer. */
    public static List<Formula> pairs(Scene scene, Step step) {
        return switch (step) {
            case D_Z ->
                scene.isNormalized() ? paths(scene).pairs() : argument(scene).pairs();
            case D_Z_TILDA -> argument(scene).pairs();
            case D_A -> scene.layer() >= 0 && scene.isLast() ? loss(scene).pairs() : List.of();
            case D_SIGMA2 -> ofVariance(scene).pairs();
            case D_MU -> ofMean(scene).pairs();
            case D_GAMMA -> ofGamma(scene).pairs();
            case D_BETA -> ofBeta(scene).pairs();
            case D_W -> ofWeights(scene).pairs();
            case D_B -> ofBias(scene).pairs();
            case D_Z_NORM, Z, MU, SIGMA2, SCALE, Z_NORM, Z_TILDA, A, RUNNING_MEAN, RUNNING_VARIANCE -> List.of();
        };
    }

    /** Where Znorm stands for Z − mu twice, the first time is in dsigma2. */
    private static List<Formula> inVariance(Scene scene) {
        Family<Recipe> family = ofVariance(scene);
        List<Formula> formulas = new ArrayList<>(among(IN_D_SIGMA2, family.singles()));
        Formula once = formulas.stream()
                .filter(formula -> formula.mistakes().contains(Z25))
                .findFirst()
                .orElseThrow();
        family.singles().stream()
                .filter(formula -> formula.mistakes().contains(Z26))
                .forEach(twice -> formulas.add(Formula.single(Z26, "once in dsigma2, once in dZ", true, once.of())
                        .with(twice.companions())));
        return formulas;
    }

    private static List<Formula> among(Set<Mistake> some, List<Formula> all) {
        return all.stream()
                .filter(formula -> some.contains(formula.mistakes().getFirst()))
                .toList();
    }

    private static Family<Recipe> paths(Scene scene) {
        return new Family<>(Recipe.right(scene), PathMistakes.of(scene), (any, recipe) -> recipe.dZ(any));
    }

    private static Family<Recipe> ofVariance(Scene scene) {
        return new Family<>(
                Recipe.right(scene),
                PathMistakes.of(scene),
                (any, recipe) -> recipe.dSigma2(any),
                behindVariance(scene));
    }

    private static Family<Recipe> ofMean(Scene scene) {
        return new Family<>(
                Recipe.right(scene),
                PathMistakes.of(scene),
                (any, recipe) -> recipe.dMu(any),
                Map.of(Step.D_Z, (any, recipe) -> recipe.dZ(any)));
    }

    /** The recipe as a whole says what dmu and dZ are, too. */
    private static Map<Step, BiFunction<Scene, Recipe, Matrix>> behindVariance(Scene scene) {
        return scene.isRms()
                ? Map.of(Step.D_Z, (any, recipe) -> recipe.dZ(any))
                : Map.of(Step.D_MU, (any, recipe) -> recipe.dMu(any), Step.D_Z, (any, recipe) -> recipe.dZ(any));
    }

    private static Family<SlopeRecipe> argument(Scene scene) {
        return new Family<>(SlopeRecipe.right(scene), SlopeMistakes.ofArgument(scene), (any, recipe) -> recipe.of(any));
    }

    private static Family<SlopeRecipe> loss(Scene scene) {
        return new Family<>(SlopeRecipe.right(scene), SlopeMistakes.ofLoss(scene), (any, recipe) -> recipe.ofA(any));
    }

    private static Family<ScaleRecipe> ofGamma(Scene scene) {
        return new Family<>(
                ScaleRecipe.OF_GAMMA, ScaleMistakes.ofGamma(scene), (any, recipe) -> recipe.of(any, any.gamma()));
    }

    private static Family<ScaleRecipe> ofBeta(Scene scene) {
        return new Family<>(
                ScaleRecipe.OF_BETA, ScaleMistakes.ofBeta(scene), (any, recipe) -> recipe.of(any, any.beta()));
    }

    private static Family<ProductRecipe> ofWeights(Scene scene) {
        return new Family<>(
                ProductRecipe.right(scene), ProductMistakes.ofWeights(scene), (any, recipe) -> recipe.dW(any));
    }

    private static Family<ProductRecipe> ofBias(Scene scene) {
        return new Family<>(ProductRecipe.right(scene), ProductMistakes.ofBias(scene), (any, recipe) -> recipe.db(any));
    }

    private static List<Formula> ofNormalized() {
        Formula missing = Formula.single(Z18, "", true, any -> any.at(Step.D_Z_TILDA));
        Formula twice = Formula.single(
                Z19,
                "",
                true,
                any -> any.k().multiply(any.k().multiply(any.at(Step.D_Z_TILDA), any.gamma()), any.gamma()));
        return List.of(missing, twice);
    }

    /** In the gradient of what a layer takes. */
    private static List<Formula> ofInput(Scene scene) {
        List<Formula> formulas = new ArrayList<>();
        int next = scene.layer() + 1;
        Matrix w = scene.wOf(next);
        if (w != null && scene.spec(next).normalization() != null) {
            formulas.add(Formula.single(W01, "dA from dZtilda", true, any -> fromArgument(any, next)));
        }
        if (w != null && w.rows() == w.columns()) {
            formulas.add(Formula.single(W07, "W not transposed", true, any -> untransposed(any, next)));
        }
        return formulas;
    }

    private static Matrix fromArgument(Scene scene, int next) {
        return scene.k().matmul(scene.at(new Site(next, Step.D_Z_TILDA)), weights(scene, next));
    }

    private static Matrix untransposed(Scene scene, int next) {
        Kernels k = scene.k();
        return k.matmulTransposeB(scene.at(new Site(next, Step.D_Z)), weights(scene, next));
    }

    private static Matrix weights(Scene scene, int l) {
        return requireNonNull(scene.wOf(l));
    }
}
