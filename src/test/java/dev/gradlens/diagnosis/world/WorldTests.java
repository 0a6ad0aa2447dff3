package dev.gradlens.diagnosis.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Diagnoses;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.student.RandomExercises;
import dev.gradlens.network.Gradients;
import dev.gradlens.network.LayerTape;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Tape;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A world in which everything is right is what the network computes. */
class WorldTests {

    private static final int SEEDS = 15;
    private static final double ROUNDING = 1e-12;
    private static final KernelsProvider PLAIN_LOOPS = KernelsProviders.start("reference");

    static Stream<Exercise> exercises() {
        return Stream.<LongFunction<Exercise>>of(
                        RandomExercises::batchNorm,
                        RandomExercises::mixed,
                        RandomExercises::inference,
                        RandomExercises::lone)
                .flatMap(family -> LongStream.range(0, SEEDS).mapToObj(family));
    }

    private static World right(Exercise exercise) {
        return World.right(exercise, PLAIN_LOOPS);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void isWhatTheNetworkComputes(Exercise exercise) {
        Map<Site, Values> network = computed(exercise);
        World world = right(exercise);

        assertThat(Sites.of(exercise.setup()))
                .filteredOn(site -> site.step() != Step.SCALE)
                .containsExactlyInAnyOrderElementsOf(network.keySet())
                .allSatisfy(site -> assertThat(distance(world.at(site), network.get(site)))
                        .as(site.toString())
                        .isLessThan(ROUNDING * scale(site, network)));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void holdsWhatFollowsFromAReplacedTensorAlone(Exercise exercise) {
        World world = right(exercise);

        for (Site cause : Sites.of(exercise.setup())) {
            World changed = world.with(cause, world.at(cause).times(1.5).plus(ones(world.at(cause)), 0.25));
            for (Site site : Sites.of(exercise.setup())) {
                boolean isSame = site.equals(cause) || distance(changed.at(site), world.at(site)) == 0;
                boolean isBehind = Sites.isBehind(exercise.setup().spec(), site, cause);
                assertThat(isSame || isBehind).as("%s from %s", site, cause).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void forgetsWhatItKnewBehindAReplacedTensor(Exercise exercise) {
        World known = right(exercise);
        Sites.of(exercise.setup()).forEach(known::at);

        for (Site cause : Sites.of(exercise.setup())) {
            Values moved = known.at(cause).plus(ones(known.at(cause)), 0.25);
            World fresh = right(exercise).with(cause, moved);
            World changed = known.with(cause, moved);
            assertThat(Sites.of(exercise.setup()))
                    .allSatisfy(site -> assertThat(changed.at(site).rowMajor())
                            .as("%s from %s", site, cause)
                            .containsExactly(fresh.at(site).rowMajor()));
        }
    }

    @Test
    void movesEveryTensorThatIsSaidToBeBehind() {
        Exercise exercise = RandomExercises.batchNorm(1);
        World world = right(exercise);
        Site dZ = new Site(1, Step.D_Z);

        World changed = world.with(dZ, world.at(dZ).plus(ones(world.at(dZ)), 0.25));

        assertThat(exercise.setup().spec().layers()).hasSizeGreaterThan(1);
        assertThat(Sites.of(exercise.setup()))
                .filteredOn(site -> Sites.isBehind(exercise.setup().spec(), site, dZ))
                .isNotEmpty()
                .allSatisfy(site -> assertThat(distance(changed.at(site), world.at(site)))
                        .as(site.toString())
                        .isPositive());
    }

    @Test
    void knowsWhatWasReplaced() {
        World world = right(RandomExercises.lone(1));
        Site dZ = new Site(0, Step.D_Z);

        World changed = world.with(dZ, world.at(dZ).times(2));

        assertThat(changed.replaced()).containsExactly(dZ);
        assertThat(changed.isReplaced(dZ)).isTrue();
        assertThat(world.isReplaced(dZ)).isFalse();
        assertThat(changed.at(Site.D_X))
                .usingRecursiveComparison()
                .isEqualTo(world.at(dZ).times(2));
    }

    private static Values ones(Values like) {
        return Values.filled(like.rows(), like.columns(), 1);
    }

    private static double distance(Values one, Values other) {
        return largest(one.plus(other, -1));
    }

    private static double largest(Values values) {
        return Arrays.stream(values.rowMajor()).map(Math::abs).max().orElse(0);
    }

    /** Of the tensor or, as a sum may cancel, of any in its layer. */
    private static double scale(Site site, Map<Site, Values> tensors) {
        return Diagnoses.those(tensors, step -> step.isForward() == site.step().isForward()).entrySet().stream()
                .filter(tensor -> Math.abs(tensor.getKey().layer() - site.layer()) <= 1)
                .mapToDouble(tensor -> largest(tensor.getValue()))
                .max()
                .orElse(0);
    }

    private static Map<Site, Values> computed(Exercise exercise) {
        Map<Site, Values> tensors = new TreeMap<>();
        try (Kernels k = PLAIN_LOOPS.open()) {
            Network network = exercise.setup().on(k);
            Tape tape = exercise.setup().forward(network);
            for (int l = 0; l < tape.layers().size(); l++) {
                putForward(tensors, l, tape.layers().get(l));
            }
            Gradients.byNode(network.backward(tape, BackwardRule.EXACT))
                    .forEach((node, gradient) -> putGradient(tensors, exercise, node, gradient));
        }
        return tensors;
    }

    private static void putForward(Map<Site, Values> tensors, int l, LayerTape tape) {
        put(tensors, l, Step.Z, tape.z());
        put(tensors, l, Step.A, tape.a());
        var normalized = tape.normalization();
        if (normalized != null) {
            put(tensors, l, Step.MU, normalized.mu());
            put(tensors, l, Step.SIGMA2, normalized.sigma2());
            put(tensors, l, Step.Z_NORM, normalized.zNorm());
            put(tensors, l, Step.Z_TILDA, normalized.zTilda());
            var running = normalized.running();
            put(tensors, l, Step.RUNNING_MEAN, running == null ? null : running.mean());
            put(tensors, l, Step.RUNNING_VARIANCE, running == null ? null : running.variance());
        }
    }

    private static void put(Map<Site, Values> tensors, int l, Step step, @Nullable Matrix tensor) {
        if (tensor != null) {
            tensors.put(new Site(l, step), tensor.values());
        }
    }

    private static void putGradient(Map<Site, Values> tensors, Exercise exercise, Node node, Values gradient) {
        Site site = node.equals(Node.X) ? Site.D_X : new Site(node.layer(), step(node.kind()));
        boolean ofMeans = exercise.meanInParameters()
                && !site.step().isOfAParameter()
                && !(exercise.setup().spec().loss() instanceof Upstream);
        tensors.put(site, gradient.times(ofMeans ? exercise.setup().batch().examples() : 1));
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
