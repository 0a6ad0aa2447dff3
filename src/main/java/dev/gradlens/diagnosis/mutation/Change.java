package dev.gradlens.diagnosis.mutation;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.probe.Plan;
import dev.gradlens.diagnosis.probe.Prober;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.KernelsProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of a test.
 *
 * @param words what is changed
 * @param reason what it shows of a mistake that is noticed with it
 * @param exercise with it
 * @param test with it
 */
public record Change(String words, String reason, Exercise exercise, UserTest test) {
    private static final long SEED = 7;

    /** Of a probe. */
    private static final int EXAMPLES = 5;

    private static final int FEATURES = 4;

    /** Those that are worth a trial, the smallest first. */
    static List<Change> all(Exercise exercise, UserTest test) {
        List<Change> changes = new ArrayList<>();
        UserTest more = more(exercise, test);
        if (!more.equals(test)) {
            changes.add(new Change(
                    "Compare every gradient.",
                    "Nothing that is compared shows it; another gradient would.",
                    exercise,
                    more));
        }
        Exercise scaled = new Variation(exercise, SEED).scales();
        changes.add(new Change(
                "Take gamma and beta that differ from 1 and 0 and from each other.",
                "The values of gamma and beta hide it, as 1 and 0 do.",
                scaled,
                test));
        Exercise ended = new Variation(exercise, SEED).ends();
        changes.add(new Change(
                isGiven(exercise) ? "Take an upstream gradient at random." : "Take other targets.",
                "The paths cancel for this gradient of the loss.",
                ended,
                test));
        Exercise begun = new Variation(exercise, SEED).begins();
        changes.add(new Change(
                "Take inputs that are not standardized, each feature with a mean of its own.",
                "These inputs hide it, as standardized ones do.",
                begun,
                test));
        changes.add(new Change(
                "Take an epsilon of 0.1.",
                "Epsilon is too small beside the variance.",
                LargeEpsilon.in(exercise),
                test));
        Exercise all = new Variation(new Variation(scaled, SEED + 1).ends(), SEED + 2).begins();
        changes.add(new Change(
                "Take gamma, beta, inputs and what the gradient begins with at random.",
                "Only several changes at once show it: of gamma, beta, the inputs and what the gradient begins with.",
                all,
                test));
        changes.add(new Change(
                "Take every number at random and an epsilon of 0.1, and compare every gradient.",
                "Only other numbers everywhere, a larger epsilon and all gradients show it.",
                LargeEpsilon.in(new Variation(exercise, SEED).all()),
                more));
        return changes;
    }

    /** The probe of the first normalization that there is, all of whose gradients are compared; none where there is none. */
    static Optional<Change> toAProbe(Exercise exercise, UserTest test, KernelsProvider provider) {
        return exercise.setup().spec().layers().stream()
                .filter(layer -> layer.normalization() != null)
                .findFirst()
                .map(layer -> toAProbe(layer, test, provider));
    }

    private static Change toAProbe(LayerSpec layer, UserTest test, KernelsProvider provider) {
        Activation activation = layer.activation() instanceof Softmax ? new Tanh() : layer.activation();
        Normalization normalization = LargeEpsilon.in(requireNonNull(layer.normalization()));
        Plan plan = new Plan(normalization, activation, EXAMPLES, FEATURES, SEED);
        Exercise probe = new Prober(provider).probe(plan).exercise();
        return new Change(
                "Take the probe of this normalization, and compare every gradient.",
                "Numbers that part all mistakes show it.",
                probe,
                more(probe, test));
    }

    private static boolean isGiven(Exercise exercise) {
        return exercise.setup().spec().loss() instanceof Upstream;
    }

    /** All gradients are compared. */
    private static UserTest more(Exercise exercise, UserTest test) {
        return switch (test) {
            case UserTest.Comparing comparing ->
                new UserTest.Comparing(gradients(exercise), comparing.relative(), comparing.absolute());
            case UserTest.FiniteDifferences differences -> differences;
        };
    }

    private static List<Site> gradients(Exercise exercise) {
        return Sites.of(exercise.setup()).stream()
                .filter(site -> !site.step().isForward())
                .toList();
    }
}
