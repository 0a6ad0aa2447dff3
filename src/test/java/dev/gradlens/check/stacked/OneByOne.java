package dev.gradlens.check.stacked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.check.noise.Jitter;
import dev.gradlens.check.noise.Worlds;
import dev.gradlens.check.oracle.CentralDifference;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.ComplexStep;
import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.check.oracle.Derivatives.Estimate;
import dev.gradlens.check.oracle.KinkSides;
import dev.gradlens.check.oracle.MovedCost;
import dev.gradlens.check.oracle.StepSize;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Setup;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The derivatives by every parameter as the plain oracles give them, one after the other, and what is allowed beside them. */
final class OneByOne {

    /** Beside the largest entry of the parameter. */
    private static final double ROUNDING = 1e-12;

    /** The same of differences between points at which J may be rounded more than at the one that they are beside. */
    private static final double ROUNDING_FAR_AWAY = 1e-8;

    /** How many times what a change in the last places makes of the plain ones; three of them see a tenth of it at times. */
    private static final double SAFETY = 50;

    private OneByOne() {}

    static List<Node> parameters(Setup setup) {
        return IntStream.range(0, setup.parameters().size())
                .boxed()
                .flatMap(l -> kinds(setup.parameters().get(l)).map(kind -> new Node(l, kind)))
                .toList();
    }

    private static Stream<Kind> kinds(LayerParameters<Values> layer) {
        List<Kind> kinds = new ArrayList<>();
        if (layer.w() != null) {
            kinds.add(Kind.W);
        }
        if (layer.b() != null) {
            kinds.add(Kind.B);
        }
        if (layer.gamma() != null) {
            kinds.addAll(List.of(Kind.GAMMA, Kind.BETA));
        }
        return kinds.stream();
    }

    static Buffers buffers(Setup setup) {
        return new Buffers(setup.spec(), setup.batch().examples());
    }

    /** Those of stacks with vectors, which tests have, and without. */
    private static List<Buffers> bothBuffers(Setup setup) {
        Buffers withVectors = buffers(setup);
        assertThat(withVectors.lanes()).isGreaterThan(1);
        return List.of(withVectors, new Buffers(setup.spec(), setup.batch().examples(), 1));
    }

    static List<Estimate> all(Derivatives derivatives, Setup setup, Node node) {
        Values tensor = setup.at(node);
        return derivatives.of(
                node, tensor.columns(), IntStream.range(0, tensor.size()).toArray());
    }

    /** Every entry of every parameter by complex steps. */
    static void assertSameComplexSteps(Setup setup) {
        ComplexNetwork network = new ComplexNetwork(setup, KinkSides.none());
        List<ComplexNetwork> others = LongStream.range(0, 3)
                .mapToObj(seed -> new ComplexNetwork(new Jitter(seed).moved(setup), KinkSides.none(), step(seed)))
                .toList();
        for (Node node : parameters(setup)) {
            List<Estimate> plain = all(new ComplexStep(network), setup, node);
            List<List<Estimate>> stacked = bothBuffers(setup).stream()
                    .map(buffers -> all(new StackedComplexStep(network, buffers), setup, node))
                    .toList();

            double[] allowed = new double[plain.size()];
            Arrays.fill(allowed, ROUNDING * largest(plain));
            for (ComplexNetwork other : others) {
                List<Estimate> moved = all(new ComplexStep(other), setup, node);
                for (int k = 0; k < allowed.length; k++) {
                    allowed[k] += SAFETY
                            * Math.abs(moved.get(k).value() - plain.get(k).value());
                }
            }
            for (int k = 0; k < allowed.length; k++) {
                for (List<Estimate> each : stacked) {
                    assertSame(plain.get(k).value(), each.get(k).value(), allowed[k], node + " of " + setup);
                }
            }
        }
    }

    /** Another one in each, so that imaginary parts are rounded in another way too. */
    private static double step(long seed) {
        return ComplexNetwork.RELATIVE_STEP * (seed + 1) / Math.PI;
    }

    static CentralDifference differences(Setup setup, ComplexNetwork network, double step) {
        double noise = new Worlds(setup, new ReferenceKernelsProvider(), (any, tape) -> Map.of(), 0).costSpread();
        return new CentralDifference(new MovedCost(network), StepSize.relative(step), noise);
    }

    /** Every entry of every parameter by central differences; how many of them have a kink within the step. */
    static int assertSameDifferences(Setup setup, double step) {
        double rounding = step > 1 ? ROUNDING_FAR_AWAY : ROUNDING;
        ComplexNetwork network = new ComplexNetwork(setup, KinkSides.none());
        CentralDifference differences = differences(setup, network, step);
        int kinks = 0;
        for (Node node : parameters(setup)) {
            List<Estimate> plain = all(differences, setup, node);
            List<List<Estimate>> stacked = bothBuffers(setup).stream()
                    .map(buffers -> all(new StackedDifference(differences, network, buffers), setup, node))
                    .toList();

            for (int k = 0; k < plain.size(); k++) {
                Estimate one = plain.get(k);
                double allowed = rounding * largest(plain) + 10 * one.rounding();
                String what = node + " " + k + " of " + setup;
                for (List<Estimate> each : stacked) {
                    assertSame(one, each.get(k), rounding, allowed, what);
                }
                kinks += one.kink() > 2 * allowed ? 1 : 0;
            }
        }
        return kinks;
    }

    private static void assertSame(Estimate one, Estimate other, double rounding, double allowed, String what) {
        assertSame(one.value(), other.value(), allowed + rounding * Math.abs(one.value()), what);
        assertSame(one.truncation(), other.truncation(), allowed + rounding * one.truncation(), what);
        assertSame(one.kink(), other.kink(), allowed + rounding * one.kink(), what);
        assertThat(Double.compare(other.rounding(), one.rounding())).as(what).isZero();
    }

    private static double largest(List<Estimate> estimates) {
        return estimates.stream()
                .mapToDouble(estimate -> Math.abs(estimate.value()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private static void assertSame(double plain, double stacked, double allowed, String what) {
        boolean isSame = Double.isFinite(plain)
                ? Math.abs(plain - stacked) <= allowed || Double.isNaN(allowed)
                : !Double.isFinite(stacked);
        assertThat(isSame)
                .as("%s and %s, which may lie %s apart: %s", plain, stacked, allowed, what)
                .isTrue();
    }
}
