package dev.gradlens.diagnosis.formula;

import static dev.gradlens.diagnosis.Mistake.*;
import static dev.gradlens.diagnosis.formula.StatisticsChoice.*;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.network.normalization.Epsilon.Placement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The mistakes in dZ that can be made in one layer, as changes of its {@link Recipe}. */
final class PathMistakes {
    /** What cannot be made where nothing is centred; others come to the same there, as Z03 and Z04 do. */
    private static final Set<Mistake> OF_THE_MEAN =
            EnumSet.of(Z05, Z10, Z11, Z13, Z17, Z27, Z28, Z36, Z48, Z49, Z50);

    /** What can be made where the statistics are fixed. */
    private static final Set<Mistake> AT_FIXED_STATISTICS =
            EnumSet.of(Z01, Z02, Z14, Z18, Z19, Z20, Z21, Z31, Z32, Z45, Z46, Z47, Z51, Z52, Z54);

    private final Scene scene;
    private final List<Edit<Recipe>> edits = new ArrayList<>();

    private PathMistakes(Scene scene) {
        this.scene = scene;
    }

    static List<Edit<Recipe>> of(Scene scene) {
        PathMistakes mistakes = new PathMistakes(scene);
        mistakes.addMissing();
        mistakes.addCoefficients();
        mistakes.addPowers();
        mistakes.addParts();
        mistakes.addEpsilon();
        mistakes.addEstimator();
        mistakes.addAxes();
        mistakes.addRunning();
        mistakes.addOthers();
        return mistakes.edits.stream()
                .filter(edit -> mistakes.applies(edit.mistake()))
                .toList();
    }

    private boolean applies(Mistake mistake) {
        if (scene.isFixed()) {
            return AT_FIXED_STATISTICS.contains(mistake);
        }
        return mistake != Z52 && !(scene.isRms() && OF_THE_MEAN.contains(mistake));
    }

    private void add(Mistake mistake, UnaryOperator<Recipe> change) {
        edits.add(new Edit<>(mistake, "", true, change));
    }

    private void add(Mistake mistake, String detail, UnaryOperator<Recipe> change) {
        edits.add(new Edit<>(mistake, detail, true, change));
    }

    private void addReading(Mistake mistake, String detail, UnaryOperator<Recipe> change) {
        edits.add(new Edit<>(mistake, detail, false, change));
    }

    private static UnaryOperator<Recipe> direct(UnaryOperator<Path> change) {
        return recipe -> recipe.direct(change.apply(recipe.direct()));
    }

    private static UnaryOperator<Recipe> mean(UnaryOperator<Path> change) {
        return recipe -> recipe.mean(change.apply(recipe.throughMean()));
    }

    private static UnaryOperator<Recipe> variance(UnaryOperator<Path> change) {
        return recipe -> recipe.variance(change.apply(recipe.throughVariance()));
    }

    private static UnaryOperator<Recipe> parts(UnaryOperator<Variance> change) {
        return recipe -> recipe.variance(change.apply(recipe.variance()));
    }

    private static UnaryOperator<Recipe> whole(UnaryOperator<Whole> change) {
        return recipe -> recipe.whole(change.apply(recipe.whole()));
    }

    private static UnaryOperator<Recipe> both(UnaryOperator<Recipe> first, UnaryOperator<Recipe> second) {
        return recipe -> second.apply(first.apply(recipe));
    }

    private static UnaryOperator<Recipe> times(double ofDirect, double ofMean, double ofVariance) {
        return recipe -> new Recipe(
                recipe.direct().times(ofDirect),
                recipe.throughMean().times(ofMean),
                recipe.throughVariance().times(ofVariance),
                recipe.variance(),
                recipe.whole());
    }

    private void addMissing() {
        add(Z01, both(times(1, 0, 0), both(direct(path -> path.timesS(1)), whole(all -> all.timesGamma(-1)))));
        add(Z02, both(times(1, 0, 0), direct(path -> path.timesS(1))));
        add(Z03, times(1, 0, 0));
        add(Z04, times(1, 1, 0));
        add(Z05, times(1, 0, 1));
        add(Z06, times(0, 1, 1));
        add(Z48, both(times(1, 1, 0), both(direct(path -> path.timesS(1)), mean(path -> path.timesS(1)))));
    }

    private void addCoefficients() {
        double k = scene.count();
        double m = scene.examples();
        add(Z07, times(1, 1, 2));
        add(Z08, times(1, 1, 0.5));
        add(Z09, times(1, 1, -1));
        add(Z10, times(1, -1, 1));
        add(Z11, times(1, k, 1));
        add(Z12, times(1, 1, k));
        add(Z13, times(1, k, k));
        add(Z14, whole(all -> all.times(1 / k)));
        add(Z15, times(1 / k, 1, 1));
        add(Z16, times(1, 1, 1 / k));
        add(Z17, times(1, 1 / k, 1));
        add(Z46, whole(all -> all.times(m)));
        add(Z47, whole(all -> all.times(-1)));
        add(Z49, times(1, 0, k));
        double divisor = scene.divisor();
        if (divisor != k) {
            addReading(Z12, "by the divisor of the variance", times(1, 1, divisor));
            addReading(Z13, "by the divisor of the variance", times(1, k, divisor));
            addReading(Z16, "by the divisor of the variance", times(1, 1, 1 / divisor));
            addReading(Z49, "by the divisor of the variance", times(1, 0, divisor));
        }
        if (k != m) {
            addReading(Z14, "1/m of the batch", whole(all -> all.times(1 / m)));
        }
    }

    private void addPowers() {
        add(Z18, whole(all -> all.timesGamma(-1)));
        add(Z19, whole(all -> all.timesGammaBehind(1)));
        add(Z20, whole(all -> all.timesS(1)));
        add(Z21, whole(all -> all.timesS(-1)));
        add(Z22, variance(path -> path.timesS(1.5)));
        add(Z23, variance(path -> path.timesS(1)));
        add(Z24, variance(path -> path.timesS(2)));
        add(Z25, variance(path -> path.timesS(-1)));
        add(Z26, variance(path -> path.timesS(-2)));
        if (scene.epsilon().placement() == Placement.OUTSIDE_SQRT) {
            addReading(
                    Z22, "of √sigma2 and s", variance(path -> path.timesS(0.5).timesRoot(1)));
            addReading(Z24, "by sigma2", variance(path -> path.timesRoot(2)));
        }
        if (!scene.isBatch()) {
            addReading(Z19, "gamma twice before the means", whole(all -> all.timesGamma(1)));
        }
    }

    private void addParts() {
        add(Z27, parts(of -> of.factor(Part.RAW)));
        add(Z28, parts(of -> of.inSum(Part.RAW)));
        add(Z29, parts(of -> of.factor(Part.OUTPUT).inSum(Part.OUTPUT)));
        addReading(Z29, "before the mean only", parts(of -> of.factor(Part.OUTPUT)));
        addReading(Z29, "within the mean only", parts(of -> of.inSum(Part.OUTPUT)));
        add(Z30, parts(of -> of.inSum(Part.LOST)));
        addReading(Z30, "s to the third", both(parts(of -> of.inSum(Part.LOST)), variance(path -> path.timesS(-1))));
        if (scene.estimatorFactor(OWN, false) != 1 || scene.epsilon().placement() == Placement.OUTSIDE_SQRT) {
            UnaryOperator<Recipe> plain = asInside();
            addReading(Z30, "as with epsilon inside", both(parts(of -> of.inSum(Part.LOST)), plain));
            addReading(
                    Z37,
                    "as with epsilon inside",
                    both(variance(path -> path.reduced(Reduction.TOTAL_OVER_COUNT, 2)), plain));
        }
        add(Z50, whole(all -> all.plusExtra(1)));
        addReading(Z50, "with a minus", whole(all -> all.plusExtra(-1)));
        double byDivisor = scene.count() / scene.divisor();
        if (byDivisor != 1) {
            addReading(Z50, "by the divisor of the variance", whole(all -> all.plusExtra(byDivisor)));
        }
    }

    /** V without what epsilon outside of the root and an unbiased variance make of it. */
    private UnaryOperator<Recipe> asInside() {
        double estimator = 1 / scene.estimatorFactor(OWN, false);
        boolean outside = scene.epsilon().placement() == Placement.OUTSIDE_SQRT;
        UnaryOperator<Recipe> ofEstimator = variance(path -> path.times(estimator));
        return outside ? both(ofEstimator, variance(path -> path.timesS(-1).timesRoot(1))) : ofEstimator;
    }

    private void addEpsilon() {
        if (scene.epsilon().value() == 0) {
            return;
        }
        add(Z31, recipe -> recipe.over(OTHER_PLACEMENT));
        addReading(Z31, "Znorm as it was", recipe -> recipe.dividedBy(OTHER_PLACEMENT));
        addReading(
                Z31,
                "slope of the declared root",
                both(recipe -> recipe.over(OTHER_PLACEMENT), parts(Variance::withDeclaredSlope)));
        addReading(
                Z31,
                "Znorm as it was, slope of the declared root",
                both(recipe -> recipe.dividedBy(OTHER_PLACEMENT), parts(Variance::withDeclaredSlope)));
        add(Z32, recipe -> recipe.dividedBy(NO_EPSILON));
        add(Z33, recipe -> recipe.over(NO_EPSILON));
        addReading(Z54, "epsilon", recipe -> recipe.over(SINGLE_EPSILON));
        addReading(Z54, "epsilon, Znorm as it was", recipe -> recipe.dividedBy(SINGLE_EPSILON));
        addSomeRoots();
    }

    /** Every choice of roots without epsilon but none, and but those that are mistakes of their own. */
    private void addSomeRoots() {
        boolean outside = scene.epsilon().placement() == Placement.OUTSIDE_SQRT;
        for (int choice = 1; choice < 32; choice++) {
            boolean ofDirect = (choice & 1) != 0;
            boolean ofMean = (choice & 2) != 0;
            boolean ofVariance = (choice & 4) != 0;
            boolean ofFactor = (choice & 8) != 0;
            boolean ofSum = (choice & 16) != 0;
            boolean isThere = !(ofMean && scene.isRms()) && !(ofVariance && outside); // outside, that root has none
            boolean everywhere = ofDirect && (ofMean || scene.isRms()) && (ofVariance || outside) && ofFactor == ofSum;
            if (everywhere || !isThere) {
                continue;
            }
            UnaryOperator<Recipe> change = withoutEpsilon(ofDirect, ofMean, ofVariance, ofFactor, ofSum);
            String detail = "lost in the root of " + roots(ofDirect, ofMean, ofVariance, ofFactor, ofSum);
            boolean isMain = choice == 1 || choice == 2 || choice == 28;
            edits.add(new Edit<>(Z56, detail, isMain, change));
        }
    }

    private static UnaryOperator<Recipe> withoutEpsilon(
            boolean ofDirect, boolean ofMean, boolean ofVariance, boolean ofFactor, boolean ofSum) {
        return recipe -> {
            Recipe changed = ofDirect ? recipe.direct(recipe.direct().over(NO_EPSILON)) : recipe;
            changed = ofMean ? changed.mean(changed.throughMean().over(NO_EPSILON)) : changed;
            changed = ofVariance ? changed.variance(changed.throughVariance().over(NO_EPSILON)) : changed;
            changed = ofFactor ? changed.variance(changed.variance().factorOver(NO_EPSILON)) : changed;
            return ofSum ? changed.variance(changed.variance().sumOver(NO_EPSILON)) : changed;
        };
    }

    private static String roots(boolean ofDirect, boolean ofMean, boolean ofVariance, boolean ofFactor, boolean ofSum) {
        List<String> roots = new ArrayList<>();
        if (ofDirect) {
            roots.add("the direct path");
        }
        if (ofMean) {
            roots.add("the mean path");
        }
        if (ofVariance) {
            roots.add("the variance path");
        }
        if (ofFactor) {
            roots.add("its Znorm before the sum");
        }
        if (ofSum) {
            roots.add("its Znorm in the sum");
        }
        return String.join(", ", roots);
    }

    private void addEstimator() {
        double k = scene.count();
        if (k < 2) {
            return;
        }
        double meansByCount = 1 / scene.estimatorFactor(OWN, false);
        add(Z34, both(recipe -> recipe.over(UNBIASED), times(1, 1, meansByCount)));
        addReading(Z34, "Znorm as it was", both(recipe -> recipe.dividedBy(UNBIASED), times(1, 1, meansByCount)));
        add(Z35, times(1, 1, k / (k - 1)));
    }

    private void addAxes() {
        for (int inside = 0; inside <= 1; inside++) {
            int power = inside;
            String detail = inside == 0 ? "before the division by s" : "behind the division by s";
            add(Z36, detail, mean(path -> path.reduced(Reduction.TOTAL_OVER_COUNT, power)));
        }
        for (int inside = 0; inside <= 2; inside++) {
            int power = inside;
            String detail = "with s to the power of %d in the sum".formatted(inside);
            add(Z37, detail, variance(path -> path.reduced(Reduction.TOTAL_OVER_COUNT, power)));
            addReading(
                    Z37,
                    detail + ", the slope of s too",
                    variance(path ->
                            path.reduced(Reduction.TOTAL_OVER_COUNT, power).withSlopeInside()));
            for (int inMean = 0; inMean <= 1; inMean++) {
                addMeansOverEverything(inMean, inside);
            }
        }
        add(Z39, both(recipe -> recipe.over(OTHER_AXIS), whole(Whole::alongOtherAxis)));
        addReading(Z39, "the means only", whole(Whole::alongOtherAxis));
        addReading(
                Z39,
                "the means only, behind the division by s",
                both(
                        whole(Whole::alongOtherAxis),
                        both(
                                mean(path -> path.reduced(Reduction.MEAN, 1)),
                                variance(path -> path.reduced(Reduction.MEAN, 2).withSlopeInside()))));
        for (StatisticsChoice all : List.of(OF_ALL, SUM_OF_ALL, SUM_OF_ALL_IN_MEAN)) {
            addGlobal(all);
        }
    }

    private void addMeansOverEverything(int inMean, int inVariance) {
        String detail = "with s to the powers of %d and %d in the sums".formatted(inMean, inVariance);
        UnaryOperator<Recipe> ofMean =
                scene.isRms() ? UnaryOperator.identity() : mean(path -> path.reduced(Reduction.MEAN_OF_ALL, inMean));
        UnaryOperator<Recipe> change = both(ofMean, variance(path -> path.reduced(Reduction.MEAN_OF_ALL, inVariance)));
        edits.add(new Edit<>(Z38, detail, inMean == inVariance, change));
        addReading(Z38, detail + ", the slope of s too", both(change, variance(Path::withSlopeInside)));
    }

    private void addGlobal(StatisticsChoice all) {
        String statistics = switch (all) {
            case OF_ALL -> "the mean of all entries";
            case SUM_OF_ALL -> "the sum of all entries over m";
            default -> "the sum of all entries over m for the mean alone";
        };
        for (Reduction reduction : Reduction.values()) {
            UnaryOperator<Recipe> reduced =
                    both(mean(path -> path.reduced(reduction, 0)), variance(path -> path.reduced(reduction, 0)));
            boolean isMain = all != SUM_OF_ALL_IN_MEAN && reduction == Reduction.MEAN_OF_ALL;
            edits.add(new Edit<>(
                    Z40,
                    statistics + ", means in backward: "
                            + switch (reduction) {
                                case MEAN -> "right";
                                case TOTAL_OVER_COUNT -> "sums of all over m";
                                case MEAN_OF_ALL -> "of all entries";
                            },
                    isMain,
                    both(recipe -> recipe.over(all), reduced)));
        }
    }

    private void addRunning() {
        if (!scene.isBatch()) {
            return;
        }
        if (scene.isFixed()) {
            add(Z52, "with the running ones", recipe -> withPaths(recipe));
            addReading(Z52, "with the batch's own", recipe -> withPaths(recipe).over(OF_THE_BATCH));
            return;
        }
        for (StatisticsChoice running : List.of(RUNNING_BEFORE, RUNNING_AFTER)) {
            String when = running == RUNNING_BEFORE ? "before this batch" : "behind this batch";
            add(Z41, when, both(recipe -> recipe.over(running), times(1, 0, 0)));
            addReading(Z41, when + ", with all paths", recipe -> recipe.over(running));
            addReading(Z41, when + ", with all paths, Znorm as it was", recipe -> recipe.dividedBy(running));
        }
    }

    private static Recipe withPaths(Recipe recipe) {
        return recipe.mean(Path.TRUE).variance(Path.TRUE);
    }

    private void addOthers() {
        if (scene.hasActivation()) {
            add(Z45, whole(Whole::withActivationBehind));
        }
        add(Z51, recipe -> recipe.dividedBy(INVERSE));
        addReading(Z51, "in Znorm too", recipe -> recipe.over(INVERSE));
        double k = scene.count();
        double single = (float) (1 / k) * k;
        double divisor = scene.divisor();
        double ofVariance = (float) (1 / divisor) * divisor;
        addReading(Z54, "1/m", times(1, single, ofVariance));
        addReading(Z54, "1/m in the mean path", times(1, single, 1));
        addReading(Z54, "1/m in the variance path", times(1, 1, ofVariance));
        addReading(Z54, "1/m and epsilon", both(times(1, single, ofVariance), recipe -> recipe.over(SINGLE_EPSILON)));
    }
}
