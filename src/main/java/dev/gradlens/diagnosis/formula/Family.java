package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * All the ways to compute one tensor wrong.
 *
 * @param right the right way
 * @param edits what may be done to it
 * @param compute what a way gives
 * @param companions what the same way gives for other tensors of the layer
 */
record Family<R>(
        R right,
        List<Edit<R>> edits,
        BiFunction<Scene, R, Matrix> compute,
        Map<Step, BiFunction<Scene, R, Matrix>> companions) {
    Family(R right, List<Edit<R>> edits, BiFunction<Scene, R, Matrix> compute) {
        this(right, edits, compute, Map.of());
    }

    /** One mistake at a time. */
    List<Formula> singles() {
        return edits.stream()
                .filter(edit -> !edit.change().apply(right).equals(right))
                .map(this::single)
                .toList();
    }

    private Formula single(Edit<R> edit) {
        R wrong = edit.change().apply(right);
        return Formula.single(edit.mistake(), edit.detail(), edit.isMain(), scene -> compute.apply(scene, wrong))
                .with(companions(wrong));
    }

    private Map<Step, Function<Scene, Matrix>> companions(R wrong) {
        Map<Step, Function<Scene, Matrix>> made = new LinkedHashMap<>();
        companions.forEach((step, companion) -> made.put(step, scene -> companion.apply(scene, wrong)));
        return made;
    }

    /** Two different mistakes at a time, in either order where that matters; without those that one mistake gives. */
    List<Formula> pairs() {
        List<Edit<R>> main = edits.stream().filter(Edit::isMain).toList();
        Set<R> known = new HashSet<>();
        known.add(right);
        edits.forEach(edit -> known.add(edit.change().apply(right)));
        List<Formula> pairs = new ArrayList<>();
        for (int i = 0; i < main.size(); i++) {
            for (int j = 0; j < main.size(); j++) {
                boolean isPair = main.get(i).mistake() != main.get(j).mistake();
                R wrong = main.get(j).change().apply(main.get(i).change().apply(right));
                if (isPair && known.add(wrong)) {
                    pairs.add(pair(main.get(i), main.get(j), wrong));
                }
            }
        }
        return pairs;
    }

    private Formula pair(Edit<R> first, Edit<R> second, R wrong) {
        Mistake one = first.mistake();
        Mistake other = second.mistake();
        List<Mistake> mistakes = one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one);
        return new Formula(mistakes, "", true, scene -> compute.apply(scene, wrong), companions(wrong));
    }
}
