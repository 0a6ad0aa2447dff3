package dev.gradlens.check;

import dev.gradlens.check.noise.Jitter;
import dev.gradlens.check.noise.Worlds;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.KinkSides;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Compares one entry after the other with the complex-step oracle, and says how far rounding may have parted them. */
final class EntryCheck {
    /**
     * How many times the spread between worlds may part the two numbers: each is off by up to four spreads of its own, the
     * oracle's may be three times as large, and a spread of eight worlds is sometimes half of the true one.
     */
    private static final double SAFETY = 32;

    /** Worlds in which the oracle looks again at an entry that seems wrong. */
    private static final int SECOND_LOOKS = 3;

    private final Subject subject;
    private final Worlds worlds;
    private final double tolerance;
    private final KinkSides sides;
    private final ComplexNetwork oracle;
    private final @Nullable ComplexNetwork beyondKinks;
    private final List<ComplexNetwork> otherOracles = new ArrayList<>();

    EntryCheck(Subject subject, Worlds worlds, double tolerance) {
        Setup setup = subject.setup();
        this.subject = subject;
        this.worlds = worlds;
        this.tolerance = tolerance;
        this.sides = sides(subject, worlds);
        this.oracle = new ComplexNetwork(setup, sides);
        this.beyondKinks = sides.isEmpty() ? null : new ComplexNetwork(setup, sides.opposite());
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
        Values gradient = subject.gradient(node);
        int row = index / gradient.columns();
        int column = index % gradient.columns();
        double analytic = gradient.rowMajor()[index];
        double numeric = oracle.derivative(node, row, column);
        double jump = beyondKinks == null ? 0 : Math.abs(beyondKinks.derivative(node, row, column) - numeric);
        double larger = Math.max(Math.abs(analytic), Math.abs(numeric));
        double uncertainty = SAFETY * worlds.gradientSpread(node, index, analytic)
                + jump
                + (larger == 0 ? 0 : ofStep(node, row, column, larger));
        Entry entry = new Entry(row, column, analytic, numeric, uncertainty, jump > 0);
        return entry.fails(tolerance) ? withSecondLook(entry, node) : entry;
    }

    /** What the step itself costs: below the smallest normal number times 1/h digits are lost, and (h/x)² is left out. */
    private double ofStep(Node node, int row, int column, double larger) {
        double underflow = Double.MIN_NORMAL / oracle.step(node, row, column);
        double truncation = oracle.truncation(node, row, column);
        return underflow + (truncation == 0 ? 0 : truncation * larger);
    }

    /** Adds the oracle's own rounding to the uncertainty. */
    private Entry withSecondLook(Entry entry, Node node) {
        double distance = 0;
        for (ComplexNetwork other : otherOracles()) {
            distance = Math.hypot(distance, other.derivative(node, entry.row(), entry.column()) - entry.numeric());
        }
        double spread = distance / Math.sqrt(SECOND_LOOKS);
        double uncertainty = entry.uncertainty() + SAFETY * spread;
        return new Entry(entry.row(), entry.column(), entry.analytic(), entry.numeric(), uncertainty, entry.onKink());
    }

    private List<ComplexNetwork> otherOracles() {
        if (otherOracles.isEmpty()) {
            LongStream.range(0, SECOND_LOOKS)
                    .mapToObj(seed -> new ComplexNetwork(new Jitter(seed).moved(subject.setup()), sides))
                    .forEach(otherOracles::add);
        }
        return otherOracles;
    }
}
