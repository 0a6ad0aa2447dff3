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
final class PathMistakes extends PathEdits {
    /** What cannot be made where nothing is centred; others come to the same there, as Z03 and Z04 do. */
    private static final Set<Mistake> OF_THE_MEAN = EnumSet.of(Z05, Z10, Z11, Z13, Z17, Z27, Z28, Z36, Z48, Z49, Z50);

    /** What can be made where the statistics are fixed. */
    private static final Set<Mistake> AT_FIXED_STATISTICS =
            EnumSet.of(Z01, Z02, Z14, Z18, Z19, Z20, Z21, Z31, Z32, Z45, Z46, Z47, Z51, Z52, Z54);

    private final Scene scene;

    private PathMistakes(Scene scene) {
        this.scene = scene;
    }

    static List<Edit<Recipe>> of(Scene scene) {
        PathMistakes mistakes = new PathMistakes(scene);
        mistakes.addMissing();
        mistakes.addCoefficients();
        mistakes.addPowers();
        mistakes.addParts();
        mistakes.addRunning();
        mistakes.addOthers();
        List<Edit<Recipe>> all = new ArrayList<>(mistakes.edits());
        all.addAll(new RootMistakes(scene).edits());
        all.addAll(new AxisMistakes(scene).edits());
        return all.stream().filter(edit -> mistakes.applies(edit.mistake())).toList();
    }

    private boolean applies(Mistake mistake) {
        if (scene.isFixed()) {
            return AT_FIXED_STATISTICS.contains(mistake);
        }
        return mistake != Z52 && !(scene.isRms() && OF_THE_MEAN.contains(mistake));
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
            add(Z12, "by the divisor of the variance", times(1, 1, divisor));
            add(Z13, "by the divisor of the variance", times(1, k, divisor));
            add(Z16, "by the divisor of the variance", times(1, 1, 1 / divisor));
            add(Z49, "by the divisor of the variance", times(1, 0, divisor));
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
