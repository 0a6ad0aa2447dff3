package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects mistakes as changes of a {@link Recipe}, in the words that these changes are made of. */
abstract class PathEdits {
    private final List<Edit<Recipe>> edits = new ArrayList<>();

    final List<Edit<Recipe>> edits() {
        return edits;
    }

    final void add(Edit<Recipe> edit) {
        edits.add(edit);
    }

    final void add(Mistake mistake, UnaryOperator<Recipe> change) {
        edits.add(new Edit<>(mistake, "", true, change));
    }

    final void add(Mistake mistake, String detail, UnaryOperator<Recipe> change) {
        edits.add(new Edit<>(mistake, detail, true, change));
    }

    final void addReading(Mistake mistake, String detail, UnaryOperator<Recipe> change) {
        edits.add(new Edit<>(mistake, detail, false, change));
    }

    static UnaryOperator<Recipe> direct(UnaryOperator<Path> change) {
        return recipe -> recipe.direct(change.apply(recipe.direct()));
    }

    static UnaryOperator<Recipe> mean(UnaryOperator<Path> change) {
        return recipe -> recipe.mean(change.apply(recipe.throughMean()));
    }

    static UnaryOperator<Recipe> variance(UnaryOperator<Path> change) {
        return recipe -> recipe.variance(change.apply(recipe.throughVariance()));
    }

    static UnaryOperator<Recipe> parts(UnaryOperator<Variance> change) {
        return recipe -> recipe.variance(change.apply(recipe.variance()));
    }

    static UnaryOperator<Recipe> whole(UnaryOperator<Whole> change) {
        return recipe -> recipe.whole(change.apply(recipe.whole()));
    }

    static UnaryOperator<Recipe> both(UnaryOperator<Recipe> first, UnaryOperator<Recipe> second) {
        return recipe -> second.apply(first.apply(recipe));
    }

    static UnaryOperator<Recipe> times(double ofDirect, double ofMean, double ofVariance) {
        return recipe -> new Recipe(
                recipe.direct().times(ofDirect),
                recipe.throughMean().times(ofMean),
                recipe.throughVariance().times(ofVariance),
                recipe.variance(),
                recipe.whole());
    }
}
