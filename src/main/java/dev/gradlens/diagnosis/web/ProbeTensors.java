package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.web.ProbeAnswer.ProbeLayer;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.diagnosis.world.World;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.nodes.BackwardAnswer;
import dev.gradlens.wire.nodes.ForwardAnswer;
import dev.gradlens.wire.tensors.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All numbers of an exercise, by their names on the wire. */
final class ProbeTensors {
    private final Exercise exercise;
    private final Map<Site, Values> tensors = new LinkedHashMap<>();

    /** Computes everything, on the caller's thread. */
    ProbeTensors(Exercise exercise, KernelsProvider provider) {
        this.exercise = exercise;
        World world = World.right(exercise, provider);
        Sites.of(exercise.setup()).stream()
                .filter(site -> site.step() != Step.SCALE)
                .forEach(site -> tensors.put(site, world.at(site)));
    }

    /** What a caller of the exercise is given, in the order of a request. */
    Map<String, Tensor> given() {
        Map<String, Tensor> given = new LinkedHashMap<>();
        put(given, "X", exercise.setup().batch().x());
        put(given, "Y", exercise.setup().batch().y());
        for (int l = 0; l < exercise.setup().parameters().size(); l++) {
            LayerParameters<Values> layer = exercise.setup().parameters().get(l);
            put(given, "W" + (l + 1), layer.w());
            putVector(given, "b" + (l + 1), layer.b());
            putVector(given, "gamma" + (l + 1), layer.gamma());
            putVector(given, "beta" + (l + 1), layer.beta());
            putVector(given, "initialRunningMean" + (l + 1), layer.runningMean());
            putVector(given, "initialRunningVariance" + (l + 1), layer.runningVariance());
        }
        return given;
    }

    private static void put(Map<String, Tensor> named, String name, @Nullable Values values) {
        if (values != null) {
            named.put(name, Tensor.matrix(values.rows(), values.columns(), values.rowMajor()));
        }
    }

    private static void putVector(Map<String, Tensor> named, String name, @Nullable Values values) {
        if (values != null) {
            named.put(name, Tensor.vector(values.rowMajor()));
        }
    }

    /** What follows, in the order of computation. */
    Map<String, Tensor> computed() {
        Map<String, Tensor> computed = new LinkedHashMap<>();
        tensors.forEach((site, values) -> computed.put(name(site), tensor(site, values)));
        return computed;
    }

    static String name(Site site) {
        return site.equals(Site.D_X) ? "dX" : StepNames.of(site.step()) + (site.layer() + 1);
    }

    private static Tensor tensor(Site site, Values values) {
        return site.step().isMatrix()
                ? Tensor.matrix(values.rows(), values.columns(), values.rowMajor())
                : Tensor.vector(values.rowMajor());
    }

    List<ProbeLayer> layers() {
        return IntStream.range(0, exercise.setup().spec().layers().size())
                .mapToObj(l -> new ProbeLayer(l + 1, forward(l), backward(l)))
                .toList();
    }

    private @Nullable Tensor at(int l, Step step) {
        Site site = new Site(l, step);
        Values values = tensors.get(site);
        return values == null ? null : tensor(site, values);
    }

    private ForwardAnswer forward(int l) {
        return new ForwardAnswer(
                at(l, Step.Z),
                at(l, Step.MU),
                at(l, Step.SIGMA2),
                at(l, Step.Z_NORM),
                at(l, Step.Z_TILDA),
                at(l, Step.A),
                at(l, Step.RUNNING_MEAN),
                at(l, Step.RUNNING_VARIANCE));
    }

    private BackwardAnswer backward(int l) {
        return new BackwardAnswer(
                at(l, Step.D_A),
                at(l, Step.D_Z_TILDA),
                at(l, Step.D_Z_NORM),
                at(l, Step.D_SIGMA2),
                at(l, Step.D_MU),
                at(l, Step.D_Z),
                at(l, Step.D_W),
                at(l, Step.D_B),
                at(l, Step.D_GAMMA),
                at(l, Step.D_BETA));
    }
}
