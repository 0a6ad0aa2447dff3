package dev.gradlens.diagnosis.formula;

import static dev.gradlens.diagnosis.Mistake.*;
import static dev.gradlens.diagnosis.formula.StatisticsChoice.*;

import dev.gradlens.network.normalization.Epsilon.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The mistakes in dZ that are made in the denominator: epsilon lost or elsewhere, another estimator of the variance. */
final class RootMistakes extends PathEdits {
    private final Scene scene;

    RootMistakes(Scene scene) {
        this.scene = scene;
        addEpsilon();
        addEstimator();
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
        if (scene.epsilon().placement() == Placement.OUTSIDE_SQRT) {
            addReading(
                    Z31,
                    "the formula of the other root, s as declared",
                    variance(path -> path.timesS(-1).timesRoot(1)));
        }
        add(Z32, recipe -> recipe.dividedBy(NO_EPSILON));
        add(Z33, recipe -> recipe.over(NO_EPSILON));
        addReading(Z54, "epsilon", recipe -> recipe.over(SINGLE_EPSILON));
        addReading(Z54, "epsilon, Znorm as it was", recipe -> recipe.dividedBy(SINGLE_EPSILON));
        addSomeRoots();
    }

    /**
     * Every choice of roots without epsilon but none, and but those that are mistakes of their own. The roots of the variance path
     * are alike: s³ with epsilon inside; outside two of them, as the third is √sigma2 anyway.
     */
    private void addSomeRoots() {
        boolean outside = scene.epsilon().placement() == Placement.OUTSIDE_SQRT;
        int alike = outside ? 2 : 3;
        for (int ofVariance = 0; ofVariance <= alike; ofVariance++) {
            for (int others = 0; others < 4; others++) {
                boolean ofDirect = (others & 1) != 0;
                boolean ofMean = (others & 2) != 0;
                boolean everyOther = ofDirect && (ofMean || scene.isRms());
                boolean isKnown = everyOther && (ofVariance == alike || ofVariance == (outside ? 0 : 1)); // Z33, Z32
                boolean isNone = others == 0 && ofVariance == 0;
                if (!isKnown && !isNone && !(ofMean && scene.isRms())) {
                    addSomeRoots(ofDirect, ofMean, ofVariance, alike);
                }
            }
        }
    }

    private void addSomeRoots(boolean ofDirect, boolean ofMean, int ofVariance, int alike) {
        boolean isMain = (ofDirect ? 1 : 0) + (ofMean ? 1 : 0) + (ofVariance > 0 ? 1 : 0) == 1
                && (ofVariance == 0 || ofVariance == alike);
        String detail = "lost in " + roots(ofDirect, ofMean, ofVariance, alike);
        add(new Edit<>(Z56, detail, isMain, withoutEpsilon(ofDirect, ofMean, ofVariance, alike)));
    }

    private static UnaryOperator<Recipe> withoutEpsilon(boolean ofDirect, boolean ofMean, int ofVariance, int alike) {
        boolean ofOuter = alike == 3 && ofVariance % 2 == 1;
        boolean ofFactor = ofVariance >= 2 || (alike == 2 && ofVariance == 1);
        boolean ofSum = ofVariance >= 2;
        return recipe -> {
            Recipe changed = ofDirect ? recipe.direct(recipe.direct().over(NO_EPSILON)) : recipe;
            changed = ofMean ? changed.mean(changed.throughMean().over(NO_EPSILON)) : changed;
            changed = ofOuter ? changed.variance(changed.throughVariance().over(NO_EPSILON)) : changed;
            changed = ofFactor ? changed.variance(changed.variance().factorOver(NO_EPSILON)) : changed;
            return ofSum ? changed.variance(changed.variance().sumOver(NO_EPSILON)) : changed;
        };
    }

    private static String roots(boolean ofDirect, boolean ofMean, int ofVariance, int alike) {
        List<String> roots = new ArrayList<>();
        if (ofDirect) {
            roots.add("the root of the direct path");
        }
        if (ofMean) {
            roots.add("the root of the mean path");
        }
        if (ofVariance > 0) {
            roots.add("%d of %d roots of the variance path".formatted(ofVariance, alike));
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
}
