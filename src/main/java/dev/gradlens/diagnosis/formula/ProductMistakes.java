package dev.gradlens.diagnosis.formula;

import static dev.gradlens.diagnosis.Mistake.*;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The mistakes in dW and db that can be made in one layer, as changes of their {@link ProductRecipe}. */
final class ProductMistakes {
    private final Scene scene;
    private final List<Edit<ProductRecipe>> edits = new ArrayList<>();

    private ProductMistakes(Scene scene) {
        this.scene = scene;
    }

    private void add(Mistake mistake, UnaryOperator<ProductRecipe> change) {
        edits.add(new Edit<>(mistake, "", true, change));
    }

    private void addReading(Mistake mistake, String detail, UnaryOperator<ProductRecipe> change) {
        edits.add(new Edit<>(mistake, detail, false, change));
    }

    static List<Edit<ProductRecipe>> ofWeights(Scene scene) {
        ProductMistakes mistakes = new ProductMistakes(scene);
        mistakes.addOfWeights();
        mistakes.addFactors();
        mistakes.addDecay();
        return mistakes.edits;
    }

    static List<Edit<ProductRecipe>> ofBias(Scene scene) {
        ProductMistakes mistakes = new ProductMistakes(scene);
        mistakes.addFactors();
        mistakes.addOfBias();
        return mistakes.edits;
    }

    private boolean isDecayed() {
        return scene.exercise().setup().spec().weightDecay() > 0;
    }

    private void addFactors() {
        double m = scene.examples();
        add(W03, recipe -> recipe.times(1 / m));
        add(W04, recipe -> recipe.times(m));
        add(W05, recipe -> recipe.times(2));
        if (isDecayed()) {
            addReading(W03, "weight decay divided as well", recipe -> recipe.allTimes(1 / m));
            addReading(W04, "weight decay multiplied as well", recipe -> recipe.allTimes(m));
            addReading(W05, "weight decay doubled as well", recipe -> recipe.allTimes(2));
        }
    }

    private void addOfWeights() {
        if (scene.isNormalized()) {
            add(W01, recipe -> recipe.from(Step.D_Z_TILDA));
        }
        NetworkSpec spec = scene.exercise().setup().spec();
        for (int l = -1; l < spec.layers().size(); l++) {
            int other = l;
            boolean fits = (l < 0 ? spec.inputs() : spec.unitsOf(l)) == spec.inputsOf(scene.layer());
            if (l != scene.layer() - 1 && fits) {
                String name = l < 0 ? "X" : "A of layer " + (l + 1);
                edits.add(new Edit<>(W02, name, true, recipe -> recipe.inputOf(other)));
            }
        }
    }

    private void addDecay() {
        if (isDecayed()) {
            double m = scene.examples();
            edits.add(new Edit<>(W09, "missing", true, recipe -> recipe.decay(0)));
            edits.add(new Edit<>(W09, "doubled", true, recipe -> recipe.decay(2)));
            addReading(W09, "divided by m", recipe -> recipe.decay(1 / m));
            addReading(W09, "halved", recipe -> recipe.decay(0.5));
            addReading(W09, "times m", recipe -> recipe.decay(m));
        }
    }

    private void addOfBias() {
        if (isDecayed()) {
            addReading(W09, "on b", recipe -> recipe.decay(2));
        }
        if (scene.isBatch() && !scene.isFixed()) {
            edits.add(new Edit<>(W08, "from dZtilda", true, recipe -> recipe.from(Step.D_Z_TILDA)));
            addReading(W08, "from dA", recipe -> recipe.from(Step.D_A));
            addReading(W08, "from dZnorm", recipe -> recipe.from(Step.D_Z_NORM));
        } else if (scene.isNormalized()) {
            edits.add(new Edit<>(W01, "from dZtilda", true, recipe -> recipe.from(Step.D_Z_TILDA)));
        }
    }
}
