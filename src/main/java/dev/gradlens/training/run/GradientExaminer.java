package dev.gradlens.training.run;

import dev.gradlens.check.CheckReport;
import dev.gradlens.check.GradientCheck;
import dev.gradlens.check.Method;
import dev.gradlens.check.Observability;
import dev.gradlens.check.Oracle;
import dev.gradlens.check.Sampling;
import dev.gradlens.check.SinglePrecision;
import dev.gradlens.check.Subject;
import dev.gradlens.check.Targets;
import dev.gradlens.check.TensorReport;
import dev.gradlens.check.Verdict;
import dev.gradlens.check.noise.Worlds;
import dev.gradlens.network.Batch;
import dev.gradlens.network.Gradients;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.training.Trainer;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the gradients of a step, those that are about to move the parameters, at some of their entries. */
final class GradientExaminer {
    /** Entries of each gradient: a wrong formula is wrong at almost all of them, and it is cheap. */
    private static final int ENTRIES = 20;

    private final Course course;
    private final KernelsProvider provider;

    GradientExaminer(Course course, KernelsProvider provider) {
        this.course = course;
        this.provider = provider;
    }

    /**
     * What was seen.
     *
     * @param relativeError the largest ‖a − n‖/(‖a‖ + ‖n‖) of the gradients on which the oracle can decide
     * @param failed how many gradients are wrong
     * @param firstFailed the first of them by its name; empty where none is
     */
    record Seen(double relativeError, int failed, String firstFailed) {}

    /** Looks at a step between its gradients and the move. */
    Seen look(Trainer trainer, int[] examples, long step) {
        Batch batch =
                new Batch(course.data().x().rows(examples), course.data().y().rows(examples));
        Precision precision = course.recipe().precision();
        Setup setup = new Setup(course.recipe().spec(), trainer.parameters(), batch, Mode.TRAINING).rounded(precision);
        try (Kernels k = provider.open()) {
            Network network = setup.on(k);
            Subject subject = subject(setup, network, setup.forward(network), trainer.gradientsByNode());
            return seen(check(step).run(subject, _ -> 1, provider));
        }
    }

    private Subject subject(Setup setup, Network network, Tape tape, Map<Node, Values> used) {
        BackwardRule rule = course.recipe().rule();
        Worlds.Backward backward = (any, anyTape) -> {
            Map<Node, Values> gradients = new LinkedHashMap<>(Gradients.byNode(any.backward(anyTape, rule)));
            gradients.keySet().retainAll(used.keySet());
            return gradients;
        };
        Subject formulas = Subject.of(setup, network, tape, backward, Observability.of(network, tape));
        return course.recipe().precision() == Precision.FLOAT32
                ? formulas.showing(used)
                : new Subject(setup, formulas.arguments(), used, backward, formulas.observability(), formulas.single());
    }

    private GradientCheck check(long step) {
        Oracle oracle = Oracle.COMPLEX_STEP;
        return new GradientCheck(
                Method.of(oracle),
                Targets.PARAMETERS,
                course.recipe().precision() == Precision.FLOAT32 ? SinglePrecision.TOLERANCE : oracle.tolerance(),
                new Sampling(ENTRIES, step),
                Set.of());
    }

    /** As people call it; layers count from 1. */
    private static String name(Node parameter) {
        String tensor = switch (parameter.kind()) {
            case W -> "dW";
            case B -> "db";
            case GAMMA -> "dgamma";
            case BETA -> "dbeta";
            case A, Z_TILDA, Z_NORM, SIGMA2, MU, Z, X ->
                throw new IllegalArgumentException(parameter + " is not learned");
        };
        return "%s of layer %d".formatted(tensor, parameter.layer() + 1);
    }

    private static Seen seen(CheckReport report) {
        List<TensorReport> failed = report.tensors().stream()
                .filter(tensor -> tensor.verdict() == Verdict.FAIL)
                .toList();
        double largest = report.tensors().stream()
                .filter(tensor -> tensor.verdict() != Verdict.INCONCLUSIVE)
                .mapToDouble(TensorReport::normRelativeError)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return new Seen(
                largest,
                failed.size(),
                failed.isEmpty() ? "" : name(failed.getFirst().node()));
    }
}
