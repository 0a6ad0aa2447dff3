package dev.gradlens.check;

import java.util.List;
import java.util.Optional;

/**
 * What the check says of all gradients.
 *
 * @param verdict FAIL if a tensor is, PASS if every one passes or is zero on both sides, else INCONCLUSIVE
 * @param tolerance the relative difference that passes
 * @param step the oracle's h, or h beside the scale of an entry where none was given
 * @param tensors one for each gradient looked at
 * @param stepSizeCurve where it was asked for
 * @param taylorTest where it was asked for
 */
public record CheckReport(
        Verdict verdict,
        Oracle oracle,
        double tolerance,
        double step,
        List<TensorReport> tensors,
        Optional<StepSizeCurve> stepSizeCurve,
        Optional<TaylorTest> taylorTest) {
    public CheckReport {
        tensors = List.copyOf(tensors);
    }

    static CheckReport of(
            GradientCheck check,
            List<TensorReport> tensors,
            Optional<StepSizeCurve> stepSizeCurve,
            Optional<TaylorTest> taylorTest) {
        Method method = check.method();
        return new CheckReport(
                verdict(tensors),
                method.oracle(),
                check.tolerance(),
                method.step(),
                tensors,
                stepSizeCurve,
                taylorTest);
    }

    private static Verdict verdict(List<TensorReport> tensors) {
        if (tensors.stream().anyMatch(tensor -> tensor.verdict() == Verdict.FAIL)) {
            return Verdict.FAIL;
        }
        return tensors.stream().allMatch(TensorReport::isRight) ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }
}
