package dev.gradlens.diagnosis.formula;

import static dev.gradlens.diagnosis.Mistake.*;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The mistakes in forward that can be made in one layer. */
final class ForwardMistakes {
    private ForwardMistakes() {}

    static List<Formula> of(Scene scene, Step step) {
        if (!scene.isNormalized()) {
            return List.of();
        }
        return scene.isFixed() ? ofFixed(scene, step) : ofTraining(scene, step);
    }

    /** Where the statistics are given there is less to get wrong. */
    private static List<Formula> ofFixed(Scene scene, Step step) {
        return switch (step) {
            case SCALE -> ofScale(scene);
            case Z_NORM -> byScale(scene);
            case Z_TILDA -> ofOutput(scene);
            default -> List.of();
        };
    }

    private static List<Formula> ofTraining(Scene scene, Step step) {
        return switch (step) {
            case MU -> ofMean();
            case SIGMA2 -> ofVariance(scene);
            case SCALE -> ofScale(scene);
            case Z_NORM -> ofNormalized(scene);
            case Z_TILDA -> ofOutput(scene);
            case RUNNING_MEAN -> ofRunningMean(scene);
            case RUNNING_VARIANCE -> ofRunningVariance(scene);
            default -> List.of();
        };
    }

    private static Formula statistic(Mistake mistake, String detail, boolean isMain, StatisticsChoice choice) {
        return Formula.single(
                mistake,
                detail,
                isMain,
                scene -> spread(scene, scene.statistics(choice).variance(), scene.at(Step.SIGMA2)));
    }

    /** A single number, or what has the right shape, as it would stand where the right tensor stands. */
    private static Matrix spread(Scene scene, Matrix statistic, Matrix right) {
        boolean single = statistic.rows() == 1 && statistic.columns() == 1;
        return single ? scene.k().add(scene.k().multiply(right, 0), statistic) : statistic;
    }

    private static List<Formula> ofMean() {
        return List.of(
                mean(
                        F01,
                        "the sum of all entries over the count",
                        any -> any.k().multiply(Sums.total(any.k(), any.at(Step.Z)), 1 / any.count())),
                mean(
                        F01,
                        "the mean of all entries",
                        any -> any.k()
                                .multiply(
                                        Sums.total(any.k(), any.at(Step.Z)),
                                        1.0
                                                / (any.at(Step.Z).rows()
                                                        * any.at(Step.Z).columns()))),
                mean(F05, "", any -> any.k().mean(any.at(Step.Z), Recipe.other(any.axis()))));
    }

    private static Formula mean(Mistake mistake, String detail, Function<Scene, Matrix> formula) {
        return Formula.single(mistake, detail, true, scene -> spread(scene, formula.apply(scene), scene.at(Step.MU)));
    }

    private static List<Formula> ofVariance(Scene scene) {
        List<Formula> formulas = new ArrayList<>();
        formulas.add(squares(
                F01,
                "the sum of all squares over the count",
                any -> any.k().multiply(Sums.total(any.k(), squares(any)), 1 / any.divisorOf(any.count()))));
        formulas.add(squares(
                F01,
                "the mean of all squares",
                any -> any.k()
                        .multiply(
                                Sums.total(any.k(), squares(any)),
                                1
                                        / any.divisorOf(any.at(Step.Z).rows()
                                                * any.at(Step.Z).columns()))));
        if (scene.count() > 1 && !scene.isRms()) {
            double factor = scene.estimator() == VarianceEstimator.BIASED
                    ? scene.count() / (scene.count() - 1)
                    : (scene.count() - 1) / scene.count();
            formulas.add(squares(F04, "", any -> any.k().multiply(Right.of(any, Step.SIGMA2), factor)));
        }
        formulas.add(statistic(F05, "", true, StatisticsChoice.OTHER_AXIS));
        if (!scene.isRms()) {
            formulas.add(squares(F07, "", ForwardMistakes::cancelling));
        }
        return formulas;
    }

    private static Matrix squares(Scene scene) {
        Matrix centred = Statistics.centred(scene);
        return scene.k().multiply(centred, centred);
    }

    private static Formula squares(Mistake mistake, String detail, Function<Scene, Matrix> formula) {
        return Formula.single(
                mistake, detail, true, scene -> spread(scene, formula.apply(scene), scene.at(Step.SIGMA2)));
    }

    /** E[Z²] − E[Z]². */
    private static Matrix cancelling(Scene scene) {
        Kernels k = scene.k();
        Matrix z = scene.at(Step.Z);
        Matrix ofSquares = k.multiply(k.sum(k.multiply(z, z), scene.axis()), 1 / scene.count());
        Matrix mean = k.multiply(k.sum(z, scene.axis()), 1 / scene.count());
        return k.multiply(k.subtract(ofSquares, k.multiply(mean, mean)), scene.count() / scene.divisor());
    }

    /** Those of s, which nobody sends. */
    private static List<Formula> ofScale(Scene scene) {
        List<Formula> formulas = new ArrayList<>();
        formulas.add(Formula.single(
                F03,
                "with epsilon",
                true,
                any -> any.k().add(any.at(Step.SIGMA2), any.epsilon().value())));
        formulas.add(Formula.single(F03, "without epsilon", false, any -> any.at(Step.SIGMA2)));
        if (scene.epsilon().value() > 0) {
            formulas.add(Formula.single(
                    F02,
                    "",
                    true,
                    any -> any.statistics(StatisticsChoice.OTHER_PLACEMENT).s()));
        }
        return formulas;
    }

    private static List<Formula> ofNormalized(Scene scene) {
        List<Formula> formulas = new ArrayList<>(byScale(scene));
        formulas.add(whole(F01, "the mean of all entries", StatisticsChoice.OF_ALL));
        formulas.add(whole(F01, "the sum of all entries over the count", StatisticsChoice.SUM_OF_ALL));
        formulas.add(whole(F01, "the sum of all entries for the mean alone", StatisticsChoice.SUM_OF_ALL_IN_MEAN));
        if (scene.count() > 1 && !scene.isRms()) {
            formulas.add(whole(F04, "", StatisticsChoice.UNBIASED));
        }
        formulas.add(whole(F05, "", StatisticsChoice.OTHER_AXIS));
        return formulas;
    }

    private static List<Formula> byScale(Scene scene) {
        List<Formula> formulas = new ArrayList<>();
        for (Formula scale : ofScale(scene)) {
            Function<Scene, Matrix> normalized =
                    any -> any.k().divide(Statistics.centred(any), scale.of().apply(any));
            Formula formula = Formula.single(scale.mistakes().getFirst(), scale.detail(), scale.isMain(), normalized);
            formulas.add(formula.with(Map.of(Step.SCALE, scale.of())));
            formulas.add(Formula.single(
                    scale.mistakes().getFirst(), joined(scale.detail(), "in Znorm alone"), false, normalized));
        }
        return formulas;
    }

    private static String joined(String detail, String more) {
        return detail.isEmpty() ? more : detail + ", " + more;
    }

    /** With all statistics of a kind, which nobody sends where they have another shape. */
    private static Formula whole(Mistake mistake, String detail, StatisticsChoice choice) {
        return Formula.single(
                        mistake, detail, true, any -> any.statistics(choice).zNorm())
                .with(statistics(choice));
    }

    private static Map<Step, Function<Scene, Matrix>> statistics(StatisticsChoice choice) {
        return Map.of(
                Step.SIGMA2, any -> any.statistics(choice).variance(),
                Step.SCALE, any -> any.statistics(choice).s(),
                Step.Z_NORM, any -> any.statistics(choice).zNorm());
    }

    private static List<Formula> ofOutput(Scene scene) {
        List<Formula> formulas = new ArrayList<>();
        if (scene.at(Step.Z_NORM).rows() == scene.at(Step.Z_NORM).columns()) {
            formulas.add(Formula.single(F06, "both", true, any -> output(any, true, true)));
            formulas.add(Formula.single(F06, "gamma", false, any -> output(any, true, false)));
            formulas.add(Formula.single(F06, "beta", false, any -> output(any, false, true)));
        }
        return formulas;
    }

    private static Matrix output(Scene scene, boolean gamma, boolean beta) {
        Kernels k = scene.k();
        Matrix scale = gamma ? k.matrix(scene.gamma().values().transposed()) : scene.gamma();
        Matrix shift = beta ? k.matrix(scene.beta().values().transposed()) : scene.beta();
        return k.add(k.multiply(scene.at(Step.Z_NORM), scale), shift);
    }

    private static List<Formula> ofRunningMean(Scene scene) {
        double other = 1 - Right.keep(scene);
        return List.of(
                Formula.single(R01, "", true, any -> Right.blended(any, any.runningMean(), any.at(Step.MU), other)));
    }

    private static List<Formula> ofRunningVariance(Scene scene) {
        double keep = Right.keep(scene);
        VarianceEstimator own = Right.average(scene).varianceEstimator();
        VarianceEstimator other = own.other();
        return List.of(
                Formula.single(R01, "", true, any -> Right.runningVariance(any, own, 1 - keep)),
                Formula.single(R02, "", true, any -> Right.runningVariance(any, other, keep)),
                Formula.single(
                        R01, "and the other estimator", false, any -> Right.runningVariance(any, other, 1 - keep)));
    }
}
