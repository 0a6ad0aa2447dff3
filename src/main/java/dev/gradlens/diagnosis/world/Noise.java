package dev.gradlens.diagnosis.world;

import dev.gradlens.check.noise.Jitter;
import dev.gradlens.check.noise.NoisyKernelsProvider;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.formula.Naive;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How far arithmetic alone may move the tensors of an exercise, whatever the order of the operations: what noisy worlds
 * differ by, whose every result is wrong by some eight units in the last place, their inputs too. Used by one thread at a time.
 */
public final class Noise {
    /** As many as the gradient check takes. */
    private static final int WORLDS = 8;

    /** Roundings of the result itself, of which the formula of a client may have a few that ours does not. */
    private static final double OWN_ROUNDINGS = 4;

    /** From one unit roundoff to the other. */
    private static final double SINGLE_OVER_DOUBLE = 0x1p29;

    /** A single run in float32 is one draw of its error. */
    private static final double RUN_IN_SINGLE = 6;

    private final World right;
    private final List<World> worlds = new ArrayList<>();
    private final Map<Site, double[]> inDouble = new HashMap<>();
    private final Map<Site, double[]> inSingle = new HashMap<>();
    private @Nullable World single;

    /** Of a right world. */
    public Noise(World right) {
        this.right = right;
        Exercise exercise = right.exercise();
        LongStream.range(0, WORLDS).mapToObj(Jitter::new).forEach(jitter -> {
            Exercise moved = exercise.with(jitter.moved(exercise.setup()));
            worlds.add(naive(World.right(moved, new NoisyKernelsProvider(right.provider(), jitter))));
        });
    }

    /** The most that an entry may be off that was computed in float64, for each entry. */
    public double[] inDouble(Site site) {
        return inDouble.computeIfAbsent(site, this::spread);
    }

    /** The same for float32. */
    public double[] inSingle(Site site) {
        return inSingle.computeIfAbsent(site, this::spreadInSingle);
    }

    private double[] spread(Site site) {
        double[] exact = right.at(site).rowMajor();
        double[] spread = new double[exact.length];
        for (World world : worlds) {
            double[] noisy = world.at(site).rowMajor();
            for (int i = 0; i < spread.length; i++) {
                spread[i] = Math.max(spread[i], finite(Math.abs(noisy[i] - exact[i])));
            }
        }
        for (int i = 0; i < spread.length; i++) {
            spread[i] += OWN_ROUNDINGS * Precision.FLOAT64.roundoff() * finite(Math.abs(exact[i]));
        }
        return spread;
    }

    private double[] spreadInSingle(Site site) {
        double[] spread = inDouble(site).clone();
        double[] exact = right.at(site).rowMajor();
        double[] run = single().at(site).rowMajor();
        for (int i = 0; i < spread.length; i++) {
            spread[i] = Math.max(SINGLE_OVER_DOUBLE * spread[i], RUN_IN_SINGLE * finite(Math.abs(run[i] - exact[i])));
        }
        return spread;
    }

    private World single() {
        if (single == null) {
            Exercise rounded = right.exercise().with(right.exercise().setup().rounded(Precision.FLOAT32));
            single = naive(World.right(rounded, new SinglePrecision(right.provider())));
        }
        return single;
    }

    /** With the loss and the slopes as everybody writes them. */
    private World naive(World world) {
        World naive = world;
        for (Map.Entry<Site, Values> tensor : Naive.of(world.provider(), world).entrySet()) {
            naive = naive.with(tensor.getKey(), tensor.getValue());
        }
        for (int l = world.exercise().setup().spec().layers().size() - 1; l >= 0; l--) {
            Site argument = Naive.argument(naive, l);
            Optional<Values> sloped =
                    naive.isReplaced(argument) ? Optional.empty() : Naive.ofArgument(naive.provider(), naive, l);
            naive = sloped.isPresent() ? naive.with(argument, sloped.get()) : naive;
            naive = withSidesAtKinks(naive, argument, new Site(l, Step.D_A), l);
        }
        return naive;
    }

    /** Where an activation has no derivative, noise is no reason to take another one than the right world. */
    private World withSidesAtKinks(World world, Site dArgument, Site dA, int l) {
        double[] at = right.at(new Site(l, dArgument.step() == Step.D_Z ? Step.Z : Step.Z_TILDA))
                .rowMajor();
        boolean hasKink =
                right.exercise().setup().spec().layers().get(l).activation().hasKink();
        if (!hasKink || Arrays.stream(at).noneMatch(z -> z == 0)) {
            return world;
        }
        Values noisy = world.at(dArgument);
        double[] entries = noisy.rowMajor().clone();
        for (int i = 0; i < entries.length; i++) {
            double behind = right.at(dA).rowMajor()[i];
            double slope = behind == 0 ? 0 : right.at(dArgument).rowMajor()[i] / behind;
            entries[i] = at[i] == 0 ? slope * world.at(dA).rowMajor()[i] : entries[i];
        }
        return world.with(dArgument, new Values(noisy.rows(), noisy.columns(), entries));
    }

    private static double finite(double x) {
        return Double.isFinite(x) ? x : 0;
    }

    /** Opens float32 kernels where any are asked for. */
    private record SinglePrecision(KernelsProvider provider) implements KernelsProvider {
        @Override
        public String name() {
            return provider.name();
        }

        @Override
        public void start() {
            provider.start();
        }

        @Override
        public String backend() {
            return provider.backend();
        }

        @Override
        public dev.gradlens.tensor.Kernels open(Precision precision) {
            return provider.open(Precision.FLOAT32);
        }
    }

    /** The tensor about which it is. */
    public Values exact(Site site) {
        return right.at(site);
    }
}
