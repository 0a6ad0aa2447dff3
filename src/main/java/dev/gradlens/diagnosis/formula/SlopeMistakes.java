package dev.gradlens.diagnosis.formula;

import static dev.gradlens.diagnosis.Mistake.*;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.formula.SlopeRecipe.Slope;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The mistakes behind an activation, and in the loss, as changes of a {@link SlopeRecipe}. */
final class SlopeMistakes {
    private final Scene scene;
    private final List<Edit<SlopeRecipe>> edits = new ArrayList<>();

    private SlopeMistakes(Scene scene) {
        this.scene = scene;
    }

    private void add(Mistake mistake, String detail, UnaryOperator<SlopeRecipe> change) {
        edits.add(new Edit<>(mistake, detail, true, change));
    }

    /** In the gradient of an activation's argument. */
    static List<Edit<SlopeRecipe>> ofArgument(Scene scene) {
        SlopeMistakes mistakes = new SlopeMistakes(scene);
        mistakes.addSlopes();
        mistakes.addOtherLayers();
        if (scene.isLast() && !scene.hasUpstream()) {
            mistakes.addLoss();
            mistakes.addOnceMore();
        }
        return mistakes.edits;
    }

    /** In dA of the last layer. */
    static List<Edit<SlopeRecipe>> ofLoss(Scene scene) {
        SlopeMistakes mistakes = new SlopeMistakes(scene);
        if (!scene.hasUpstream()) {
            mistakes.addLoss();
        }
        if (scene.exercise().setup().spec().loss() instanceof SigmoidBinaryCrossEntropy) {
            mistakes.add(L03, "", SlopeRecipe::withSigmoidOnceMore);
        }
        return mistakes.edits;
    }

    private void addSlopes() {
        if (!scene.hasActivation()) {
            return;
        }
        add(Z42, "", recipe -> recipe.at(Slope.MISSING, scene.layer()));
        if (scene.isNormalized()) {
            add(Z43, "", recipe -> recipe.at(Slope.AT_Z, scene.layer()));
            add(Z44, "", recipe -> recipe.at(Slope.AT_Z_NORM, scene.layer()));
        }
    }

    private void addOtherLayers() {
        int units = scene.exercise().setup().spec().unitsOf(scene.layer());
        for (int l = 0; l < scene.exercise().setup().spec().layers().size(); l++) {
            if (l != scene.layer() && scene.exercise().setup().spec().unitsOf(l) == units) {
                int other = l;
                String detail = "the mask of layer " + (l + 1);
                add(W10, detail, recipe -> recipe.at(Slope.OF_ANOTHER_LAYER, other));
                if (!scene.spec(l).activation().equals(scene.activation())) {
                    edits.add(new Edit<>(
                            W10,
                            detail + " and its activation",
                            false,
                            recipe -> recipe.at(Slope.OF_ANOTHER_ACTIVATION, other)));
                }
            }
        }
    }

    private void addLoss() {
        Loss loss = scene.exercise().setup().spec().loss();
        if (!scene.exercise().meanInParameters()) {
            add(L01, "", recipe -> recipe.times(scene.examples()));
        }
        add(L02, "", recipe -> recipe.times(-1));
        if (loss instanceof MeanSquaredError || loss instanceof HalfMeanSquaredError) {
            add(L04, "2", recipe -> recipe.times(2));
            add(L04, "½", recipe -> recipe.times(0.5));
        }
        if (LossGradient.hasTwoMeanings(loss)) {
            add(L05, "", recipe -> recipe.by(LossGradient.OTHER_MEANING));
        }
        if (LossGradient.isOfLogits(loss)) {
            add(L05, "A − Y", recipe -> recipe.by(LossGradient.DIFFERENCE_OF_LOGITS));
        }
    }

    private void addOnceMore() {
        boolean isSigmoid = scene.activation() instanceof Sigmoid
                || scene.exercise().setup().spec().loss() instanceof SigmoidBinaryCrossEntropy;
        if (isSigmoid) {
            add(L03, "", SlopeRecipe::withSigmoidOnceMore);
        }
    }
}
