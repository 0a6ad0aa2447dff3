package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.tensor.Matrix;
import java.util.List;
import java.util.function.Function;

/**
 * A wrong way to compute a tensor.
 *
 * @param mistakes that are made in it, one or two
 * @param detail which reading of the mistake; empty where there is only one
 * @param isMain whether it is the catalogue's own formula, or near it
 * @param of computes it
 */
public record Formula(List<Mistake> mistakes, String detail, boolean isMain, Function<Scene, Matrix> of) {
    static Formula single(Mistake mistake, String detail, boolean isMain, Function<Scene, Matrix> of) {
        return new Formula(List.of(mistake), detail, isMain, of);
    }
}
