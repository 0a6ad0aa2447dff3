package dev.gradlens.check;

import dev.gradlens.check.noise.Jitter;
import dev.gradlens.check.noise.Worlds;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.check.oracle.Derivatives.Estimate;
import dev.gradlens.check.oracle.KinkSides;
import dev.gradlens.check.oracle.StepSize;
import dev.gradlens.check.stacked.Buffers;
import dev.gradlens.check.stacked.StackedComplexStep;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.tensor.Interruption;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Compares entries with an oracle, and says how far the two may lie apart though both are right. */
final class EntryCheck {
    /**
     * How many times the spread between worlds may part the two numbers. A world's noise is some 17 times that of rounding;
     * but each number is off by up to four deviations, the oracle's may be three times as large, and a spread of eight
     * worlds is sometimes half of the true one.
     */
    private static final double SAFETY = 5;

    /** The same for the spread between oracles, whose rounding is the true one: three of them see a tenth of it at times. */
    private static final double SAFETY_OF_ORACLE = 32;

    /** Squares of smaller numbers are no longer normal and lose their digits. */
    private static final double UNDERFLOW = Math.sqrt(Double.MIN_NORMAL);

    /** Worlds in which the oracle looks again at an entry that seems wrong. */
    private static final int SECOND_LOOKS = 3;

    private final Subject subject;
    private final Worlds worlds;
    private final double tolerance;
    private final KinkSides sides;
    private final ComplexNetwork exact;
    private final Buffers buffers;
    private final Derivatives exactly;
    private final @Nullable Derivatives beyondKinks;
    private final Derivatives oracle;
    private final Method method;
    private final List<Derivatives> otherOracles = new ArrayList<>();

    EntryCheck(Subject subject, Worlds worlds, double tolerance, Method method) {
        Setup setup = subject.setup();
        this.subject = subject;
        this.worlds = worlds;
        this.tolerance = tolerance;
        this.sides = sides(subject, worlds);
        this.exact = new ComplexNetwork(setup, sides);
        this.buffers = new Buffers(setup.spec(), setup.batch().examples());
        this.exactly = new StackedComplexStep(exact, buffers);
        this.beyondKinks =
                sides.isEmpty() ? null : new StackedComplexStep(new ComplexNetwork(setup, sides.opposite()), buffers);
        this.method = method;
        this.oracle = method.derivatives(exact, worlds.costSpread(), buffers);
    }

    /** The oracle with another step. */
    Derivatives oracle(StepSize step) {
        return method.derivatives(exact, step, worlds.costSpread(), buffers);
    }

    /** An argument within rounding of its activation's kink is on the side on which forward had it. */
    private static KinkSides sides(Subject subject, Worlds worlds) {
        KinkSides sides = new KinkSides();
        for (int l = 0; l < subject.arguments().size(); l++) {
            if (subject.setup().spec().layers().get(l).activation().hasKink()) {
                double[] argument = subject.arguments().get(l).rowMajor();
                for (int index = 0; index < argument.length; index++) {
                    if (Math.abs(argument[index]) <= SAFETY * worlds.argumentSpread(l, index, argument[index])) {
                        sides.decide(l, index, argument[index] > 0);
                    }
                }
            }
        }
        return sides;
    }

    /** The entries of a gradient at these indices, row by row. */
    List<Entry> check(Node node, int[] indices) {
        Interruption.check();
        int columns = subject.gradient(node).columns();
        List<Estimate> numeric = oracle.of(node, columns, indices);
        double[] jumps = jumps(node, columns, indices);
        List<Entry> entries = new ArrayList<>(indices.length);
        for (int k = 0; k < indices.length; k++) {
            entries.add(entry(node, indices[k], numeric.get(k), jumps[k]));
        }
        return withSecondLooks(entries, node, indices);
    }

    private Entry entry(Node node, int index, Estimate numeric, double jump) {
        Values gradient = subject.gradient(node);
        int row = index / gradient.columns();
        int column = index % gradient.columns();
        double analytic = gradient.rowMajor()[index];
        boolean bothExactlyZero = analytic == 0 && numeric.value() == 0;
        double uncertainty = SAFETY * worlds.gradientSpread(node, index, analytic)
                + numeric.uncertainty()
                + jump
                + (bothExactlyZero ? 0 : underflow(node, row, column));
        return new Entry(row, column, analytic, numeric.value(), uncertainty, doubt(numeric, jump));
    }

    /** How far the derivatives jump where activations sit on their kinks. */
    private double[] jumps(Node node, int columns, int[] indices) {
        double[] jumps = new double[indices.length];
        if (beyondKinks != null) {
            double[] here = values(exactly, node, columns, indices);
            double[] beyond = values(beyondKinks, node, columns, indices);
            Arrays.setAll(jumps, k -> Math.abs(beyond[k] - here[k]));
        }
        return jumps;
    }

    private static double[] values(Derivatives derivatives, Node node, int columns, int[] indices) {
        return derivatives.of(node, columns, indices).stream()
                .mapToDouble(Estimate::value)
                .toArray();
    }

    private static Reason doubt(Estimate numeric, double jump) {
        if (jump > 0) {
            return Reason.NOT_DIFFERENTIABLE;
        }
        if (numeric.kink() > 0) {
            return Reason.KINK;
        }
        return numeric.truncation() > numeric.rounding() ? Reason.TRUNCATION : Reason.ROUND_OFF;
    }

    /** Below it a number, or the number times h, is no longer normal and loses digits. */
    private double underflow(Node node, int row, int column) {
        return Math.max(UNDERFLOW, Double.MIN_NORMAL / exact.step(node, row, column));
    }

    private List<Entry> withSecondLooks(List<Entry> entries, Node node, int[] indices) {
        int[] wrong = IntStream.range(0, indices.length)
                .filter(k -> entries.get(k).fails(tolerance))
                .toArray();
        if (wrong.length == 0) {
            return entries;
        }
        int[] there = IntStream.of(wrong).map(k -> indices[k]).toArray();
        int columns = subject.gradient(node).columns();
        double[] derivatives = values(exactly, node, columns, there);
        double[] spreads = spreads(derivatives, node, columns, there);
        List<Entry> looked = new ArrayList<>(entries);
        for (int k = 0; k < wrong.length; k++) {
            looked.set(wrong[k], withSecondLook(entries.get(wrong[k]), derivatives[k], spreads[k]));
        }
        return looked;
    }

    /** The oracle's own rounding: how far derivatives lie from those of other oracles. */
    private double[] spreads(double[] derivatives, Node node, int columns, int[] indices) {
        double[] distances = new double[indices.length];
        for (Derivatives other : otherOracles()) {
            double[] others = values(other, node, columns, indices);
            for (int k = 0; k < distances.length; k++) {
                distances[k] = Math.hypot(distances[k], others[k] - derivatives[k]);
            }
        }
        return Arrays.stream(distances)
                .map(distance -> distance / Math.sqrt(SECOND_LOOKS))
                .toArray();
    }

    /**
     * Adds the oracle's own rounding to the uncertainty, and by how much it misses the complex step: what differences are
     * off by can be estimated only from where they look, and a J that bends in between deceives them.
     */
    private static Entry withSecondLook(Entry entry, double derivative, double spread) {
        double missed = Math.abs(entry.numeric() - derivative);
        double uncertainty = entry.uncertainty() + SAFETY_OF_ORACLE * spread + missed;
        return entry.withUncertainty(uncertainty, missed > spread ? missedBy(entry.doubt()) : entry.doubt());
    }

    private static Reason missedBy(Reason doubt) {
        return doubt == Reason.ROUND_OFF ? Reason.TRUNCATION : doubt;
    }

    private List<Derivatives> otherOracles() {
        if (otherOracles.isEmpty()) {
            LongStream.range(0, SECOND_LOOKS)
                    .mapToObj(seed -> new ComplexNetwork(new Jitter(seed).moved(subject.setup()), sides, step(seed)))
                    .map(network -> new StackedComplexStep(network, buffers))
                    .forEach(otherOracles::add);
        }
        return otherOracles;
    }

    /** Another one in each world, so that imaginary parts are rounded in another way too. */
    private static double step(long seed) {
        return ComplexNetwork.RELATIVE_STEP * (seed + 1) / Math.PI;
    }
}
