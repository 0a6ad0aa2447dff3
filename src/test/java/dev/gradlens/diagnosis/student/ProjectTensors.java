package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.Gradients;
import dev.gradlens.network.LayerTape;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Tape;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.network.normalization.RunningStatistics;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The right tensors of an exercise as the project itself computes them, to hold a student against. */
final class ProjectTensors {

    private final Map<Site, Values> tensors = new TreeMap<>();

    private ProjectTensors() {}

    static Map<Site, Values> of(Exercise exercise) {
        ProjectTensors project = new ProjectTensors();
        try (Kernels kernels = new ReferenceKernelsProvider().open()) {
            Network network = exercise.setup().on(kernels);
            Tape tape = exercise.setup().forward(network);
            for (int l = 0; l < tape.layers().size(); l++) {
                project.putForward(l, tape.layers().get(l));
            }
            Gradients.byNode(network.backward(tape, BackwardRule.EXACT))
                    .forEach((node, gradient) -> project.putGradient(exercise, node, gradient));
        }
        return project.tensors;
    }

    private void putForward(int l, LayerTape tape) {
        put(l, Step.Z, tape.z());
        put(l, Step.A, tape.a());
        NormalizationTape normalized = tape.normalization();
        if (normalized != null) {
            putNormalization(l, normalized);
        }
    }

    private void putNormalization(int l, NormalizationTape normalized) {
        put(l, Step.MU, normalized.mu());
        put(l, Step.SIGMA2, normalized.sigma2());
        put(l, Step.Z_NORM, normalized.zNorm());
        put(l, Step.Z_TILDA, normalized.zTilda());
        RunningStatistics running = normalized.running();
        if (running != null) {
            put(l, Step.RUNNING_MEAN, running.mean());
            put(l, Step.RUNNING_VARIANCE, running.variance());
        }
    }

    private void put(int l, Step step, @Nullable Matrix tensor) {
        if (tensor != null) {
            put(new Site(l, step), tensor.values());
        }
    }

    private void putGradient(Exercise exercise, Node node, Values gradient) {
        Site site = node.equals(Node.X) ? Site.D_X : new Site(node.layer(), step(node.kind()));
        boolean ofJ = site.step().isOfAParameter() || !exercise.meanInParameters();
        boolean given = exercise.setup().spec().loss() instanceof Upstream;
        put(site, gradient.times(ofJ || given ? 1 : exercise.setup().batch().examples()));
    }

    private void put(Site site, Values values) {
        tensors.put(site, site.step().isMatrix() ? values : Values.row(values.rowMajor()));
    }

    private static Step step(Node.Kind kind) {
        return switch (kind) {
            case A, X -> Step.D_A;
            case Z_TILDA -> Step.D_Z_TILDA;
            case Z_NORM -> Step.D_Z_NORM;
            case SIGMA2 -> Step.D_SIGMA2;
            case MU -> Step.D_MU;
            case Z -> Step.D_Z;
            case W -> Step.D_W;
            case B -> Step.D_B;
            case GAMMA -> Step.D_GAMMA;
            case BETA -> Step.D_BETA;
        };
    }
}
