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
            add(new Edit<>(Z56, detail, isMain, change));
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
}
