package dev.gradlens.diagnosis.formula;

import static dev.gradlens.diagnosis.Mistake.*;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.formula.ScaleRecipe.Factor;
import dev.gradlens.diagnosis.formula.ScaleRecipe.From;
import dev.gradlens.diagnosis.formula.ScaleRecipe.Gather;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The mistakes in dgamma and dbeta that can be made in one layer, as changes of their {@link ScaleRecipe}. */
final class ScaleMistakes {
    private final Scene scene;
    private final List<Edit<ScaleRecipe>> edits = new ArrayList<>();

    private ScaleMistakes(Scene scene) {
        this.scene = scene;
    }

    private void add(Mistake mistake, UnaryOperator<ScaleRecipe> change) {
        edits.add(new Edit<>(mistake, "", true, change));
    }

    private void addReading(Mistake mistake, String detail, UnaryOperator<ScaleRecipe> change) {
        edits.add(new Edit<>(mistake, detail, false, change));
    }

    /** The last example's term as it stands, where the others are divided by m. */
    private void addWithoutMean(Mistake mistake) {
        double m = scene.examples();
        if (scene.parameterFactor() != 1) {
            addReading(
                    mistake,
                    "not divided by m",
                    recipe -> recipe.gathered(Gather.LAST).times(m));
        }
    }

    static List<Edit<ScaleRecipe>> ofGamma(Scene scene) {
        ScaleMistakes mistakes = new ScaleMistakes(scene);
        mistakes.addOfGamma();
        mistakes.addStatistics();
        mistakes.addDecay();
        return mistakes.edits;
    }

    static List<Edit<ScaleRecipe>> ofBeta(Scene scene) {
        ScaleMistakes mistakes = new ScaleMistakes(scene);
        mistakes.addOfBeta();
        mistakes.addDecay();
        return mistakes.edits;
    }

    private void addOfGamma() {
        double m = scene.examples();
        if (!scene.isRms()) {
            add(G01, recipe -> recipe.factor(Factor.RAW));
            add(G06, recipe -> recipe.factor(Factor.RAW).dividedByS());
        }
        add(G02, recipe -> recipe.factor(Factor.CENTRED));
        add(G03, recipe -> recipe.factor(Factor.OUTPUT));
        add(G04, recipe -> recipe.times(1 / m));
        add(G05, ScaleRecipe::timesGamma);
        add(G07, recipe -> recipe.factor(Factor.ONE));
        add(G10, ScaleRecipe::dividedByS);
        add(G11, recipe -> recipe.gathered(Gather.TOTAL));
        add(G12, recipe -> recipe.times(m));
        add(G13, recipe -> recipe.times(-1));
        if (scene.hasActivation()) {
            add(G08, recipe -> recipe.from(From.D_A));
            add(G16, recipe -> recipe.from(From.D_A_WITH_SLOPE_AT_Z));
        }
        add(G17, recipe -> recipe.gathered(Gather.LAST));
        addWithoutMean(G17);
        add(G18, recipe -> recipe.from(From.D_Z));
        add(G19, recipe -> recipe.times(0));
    }

    private void addStatistics() {
        if (scene.epsilon().value() > 0) {
            add(G14, recipe -> recipe.over(StatisticsChoice.NO_EPSILON));
        }
        if (scene.count() > 1 && !scene.isFixed()) {
            add(G15, recipe -> recipe.over(StatisticsChoice.UNBIASED));
        }
        if (scene.isBatch() && !scene.isFixed()) {
            add(G09, recipe -> recipe.over(StatisticsChoice.RUNNING_BEFORE));
            addReading(G09, "behind this batch", recipe -> recipe.over(StatisticsChoice.RUNNING_AFTER));
        }
    }

    private void addOfBeta() {
        double m = scene.examples();
        add(B01, recipe -> recipe.times(1 / m));
        add(B02, ScaleRecipe::timesGamma);
        add(B03, recipe -> recipe.from(From.D_Z));
        add(B04, recipe -> recipe.factor(Factor.NORMALIZED));
        add(B06, recipe -> recipe.gathered(Gather.TOTAL));
        add(B07, recipe -> recipe.timesGamma().dividedByS());
        add(B08, recipe -> recipe.times(m));
        add(B09, recipe -> recipe.times(-1));
        if (scene.hasActivation()) {
            add(B05, recipe -> recipe.from(From.D_A));
            add(B10, recipe -> recipe.from(From.D_A_WITH_SLOPE_AT_Z));
        }
        add(B11, recipe -> recipe.gathered(Gather.LAST));
        addWithoutMean(B11);
    }

    private void addDecay() {
        if (scene.exercise().setup().spec().weightDecay() > 0) {
            addReading(W09, "weight decay on it", ScaleRecipe::withDecay);
        }
    }
}
