package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Matrix;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A wrong way to compute a tensor.
 *
 * @param mistakes that are made in it, one or two
 * @param detail which reading of the mistake; empty where there is only one
 * @param isMain whether it is the catalogue's own formula, or near it
 * @param of computes it
 * @param companions what the same mistake makes of other tensors of the layer, which does not follow from this one
 */
public record Formula(
        List<Mistake> mistakes,
        String detail,
        boolean isMain,
        Function<Scene, Matrix> of,
        Map<Step, Function<Scene, Matrix>> companions) {
    static Formula single(Mistake mistake, String detail, boolean isMain, Function<Scene, Matrix> of) {
        return new Formula(List.of(mistake), detail, isMain, of, Map.of());
    }

    /** A mistake whose numbers are known. */
    public static Formula of(Mistake mistake, String detail) {
        return single(mistake, detail, true, scene -> {
            throw new IllegalStateException("the numbers of " + mistake + " are known");
        });
    }

    Formula with(Map<Step, Function<Scene, Matrix>> more) {
        return new Formula(mistakes, detail, isMain, of, more);
    }
}
