package dev.gradlens.check;

import dev.gradlens.check.noise.Jitter;
import dev.gradlens.check.noise.Worlds;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.check.oracle.Derivatives.Estimate;
import dev.gradlens.check.oracle.KinkSides;
import dev.gradlens.check.oracle.StepSize;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.tensor.Interruption;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Compares one entry after the other with an oracle, and says how far the two may lie apart though both are right. */
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
    private final @Nullable ComplexNetwork beyondKinks;
    private final Derivatives oracle;
    private final Method method;
    private final List<ComplexNetwork> otherOracles = new ArrayList<>();

    EntryCheck(Subject subject, Worlds worlds, double tolerance, Method method) {
        Setup setup = subject.setup();
        this.subject = subject;
        this.worlds = worlds;
        this.tolerance = tolerance;
        this.sides = sides(subject, worlds);
        this.exact = new ComplexNetwork(setup, sides);
        this.beyondKinks = sides.isEmpty() ? null : new ComplexNetwork(setup, sides.opposite());
        this.method = method;
        this.oracle = method.derivatives(exact, worlds.costSpread());
    }

    /** The oracle with another step. */
    Derivatives oracle(StepSize step) {
        return method.derivatives(exact, step, worlds.costSpread());
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

    Entry check(Node node, int index) {
        Interruption.check();
        Values gradient = subject.gradient(node);
        int row = index / gradient.columns();
        int column = index % gradient.columns();
        double analytic = gradient.rowMajor()[index];
        Estimate numeric = oracle.of(node, row, column);
        double jump = jump(node, row, column);
        boolean bothExactlyZero = analytic == 0 && numeric.value() == 0;
        double uncertainty = SAFETY * worlds.gradientSpread(node, index, analytic)
                + numeric.uncertainty()
                + jump
                + (bothExactlyZero ? 0 : underflow(node, row, column));
        Entry entry = new Entry(row, column, analytic, numeric.value(), uncertainty, doubt(numeric, jump));
        return entry.fails(tolerance) ? withSecondLook(entry, node) : entry;
    }

    /** How far the derivative jumps where activations sit on their kinks. */
    private double jump(Node node, int row, int column) {
        return beyondKinks == null
                ? 0
                : Math.abs(beyondKinks.derivative(node, row, column) - exact.derivative(node, row, column));
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

    /**
     * Adds the oracle's own rounding to the uncertainty, and by how much it misses the complex step: what differences are
     * off by can be estimated only from where they look, and a J that bends in between deceives them.
     */
    private Entry withSecondLook(Entry entry, Node node) {
        double derivative = exact.derivative(node, entry.row(), entry.column());
        double missed = Math.abs(entry.numeric() - derivative);
        double distance = 0;
        for (ComplexNetwork other : otherOracles()) {
            distance = Math.hypot(distance, other.derivative(node, entry.row(), entry.column()) - derivative);
        }
        double spread = distance / Math.sqrt(SECOND_LOOKS);
        double uncertainty = entry.uncertainty() + SAFETY_OF_ORACLE * spread + missed;
        return entry.withUncertainty(uncertainty, missed > spread ? missedBy(entry.doubt()) : entry.doubt());
    }

    private static Reason missedBy(Reason doubt) {
        return doubt == Reason.ROUND_OFF ? Reason.TRUNCATION : doubt;
    }

    private List<ComplexNetwork> otherOracles() {
        if (otherOracles.isEmpty()) {
            LongStream.range(0, SECOND_LOOKS)
                    .mapToObj(seed -> new ComplexNetwork(new Jitter(seed).moved(subject.setup()), sides, step(seed)))
                    .forEach(otherOracles::add);
        }
        return otherOracles;
    }

    /** Another one in each world, so that imaginary parts are rounded in another way too. */
    private static double step(long seed) {
        return ComplexNetwork.RELATIVE_STEP * (seed + 1) / Math.PI;
    }
}
