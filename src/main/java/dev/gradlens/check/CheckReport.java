package dev.gradlens.check;

import java.util.List;

/**
 * What the check says of all gradients.
 *
 * @param verdict FAIL if a tensor is, PASS if every one passes or is zero on both sides, else INCONCLUSIVE
 * @param tolerance the relative difference that passes
 * @param step the oracle's h beside an entry
 * @param tensors one for each gradient looked at
 */
public record CheckReport(Verdict verdict, Oracle oracle, double tolerance, double step, List<TensorReport> tensors) {

    static CheckReport of(Oracle oracle, double tolerance, double step, List<TensorReport> tensors) {
        return new CheckReport(verdict(tensors), oracle, tolerance, step, List.copyOf(tensors));
    }

    private static Verdict verdict(List<TensorReport> tensors) {
        if (tensors.stream().anyMatch(tensor -> tensor.verdict() == Verdict.FAIL)) {
            return Verdict.FAIL;
        }
        return tensors.stream().allMatch(TensorReport::isRight) ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }
}
